// Original file: proto/libtrails/library/v1/library.proto


export interface FilterCost {
  'filter'?: (string);
  'total'?: (number);
  'totalExact'?: (boolean);
}

export interface FilterCost__Out {
  'filter': (string);
  'total': (number);
  'totalExact': (boolean);
}
