// Original file: proto/libtrails/library/v1/library.proto

import type { Long } from '@grpc/proto-loader';

export interface SearchFilters {
  'authors'?: (string)[];
  'series'?: (string)[];
  'subjects'?: (string)[];
  'languages'?: (string)[];
  'domains'?: (number)[];
  'themes'?: (number)[];
  'yearFrom'?: (number);
  'yearTo'?: (number);
  'addedAfter'?: (number | string | Long);
  'books'?: (number)[];
  'undated'?: (boolean);
}

export interface SearchFilters__Out {
  'authors': (string)[];
  'series': (string)[];
  'subjects': (string)[];
  'languages': (string)[];
  'domains': (number)[];
  'themes': (number)[];
  'yearFrom': (number);
  'yearTo': (number);
  'addedAfter': (number);
  'books': (number)[];
  'undated': (boolean);
}
