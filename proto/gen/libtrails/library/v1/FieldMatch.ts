// Original file: proto/libtrails/library/v1/library.proto

import type { QueryField } from '../../../values.ts';

export interface FieldMatch {
  'field'?: (QueryField);
  'value'?: (string);
  'books'?: (number);
}

export interface FieldMatch__Out {
  'field': (QueryField);
  'value': (string);
  'books': (number);
}
