// Original file: proto/libtrails/library/v1/library.proto

import type { BookSort } from '../../../values.ts';
import type { SearchFilters as _libtrails_library_v1_SearchFilters, SearchFilters__Out as _libtrails_library_v1_SearchFilters__Out } from '../../../libtrails/library/v1/SearchFilters.ts';

export interface ListBooksRequest {
  'cursor'?: (string);
  'limit'?: (number);
  'sort'?: (BookSort | '');
  'page'?: (number);
  'filters'?: (_libtrails_library_v1_SearchFilters | null);
  'facets'?: (boolean);
  'query'?: (string);
}

export interface ListBooksRequest__Out {
  'cursor': (string);
  'limit': (number);
  'sort': (string);
  'page': (number);
  'filters': (_libtrails_library_v1_SearchFilters__Out | null);
  'facets': (boolean);
  'query': (string);
}
