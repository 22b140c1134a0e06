// Original file: proto/libtrails/library/v1/library.proto

import type { Long } from '@grpc/proto-loader';

export interface Counts {
  'books'?: (number);
  'sections'?: (number);
  'passages'?: (number);
  'topics'?: (number);
  'names'?: (number);
  'phrases'?: (number);
  'themes'?: (number);
  'domains'?: (number);
  'words'?: (number | string | Long);
}

export interface Counts__Out {
  'books': (number);
  'sections': (number);
  'passages': (number);
  'topics': (number);
  'names': (number);
  'phrases': (number);
  'themes': (number);
  'domains': (number);
  'words': (number);
}
