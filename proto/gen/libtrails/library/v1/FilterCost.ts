// Original file: proto/libtrails/library/v1/library.proto

import type { FilterName } from '../../../values.ts';

export interface FilterCost {
  'filter'?: (FilterName);
  'total'?: (number);
  'totalExact'?: (boolean);
}

export interface FilterCost__Out {
  'filter': (FilterName);
  'total': (number);
  'totalExact': (boolean);
}
