// Original file: proto/libtrails/library/v1/library.proto


export interface Topic {
  'id'?: (number);
  'label'?: (string);
  'kind'?: (string);
  'passages'?: (number);
  'books'?: (number);
}

export interface Topic__Out {
  'id': (number);
  'label': (string);
  'kind': (string);
  'passages': (number);
  'books': (number);
}
