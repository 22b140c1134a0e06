// Original file: proto/libtrails/library/v1/library.proto


export interface FieldMatch {
  'field'?: (string);
  'value'?: (string);
  'books'?: (number);
}

export interface FieldMatch__Out {
  'field': (string);
  'value': (string);
  'books': (number);
}
