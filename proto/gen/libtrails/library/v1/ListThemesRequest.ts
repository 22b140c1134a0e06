// Original file: proto/libtrails/library/v1/library.proto

import type { ThemeSort } from '../../../values.ts';

export interface ListThemesRequest {
  'cursor'?: (string);
  'limit'?: (number);
  'domainId'?: (number);
  'query'?: (string);
  'sort'?: (ThemeSort | '');
  'page'?: (number);
}

export interface ListThemesRequest__Out {
  'cursor': (string);
  'limit': (number);
  'domainId': (number);
  'query': (string);
  'sort': (string);
  'page': (number);
}
