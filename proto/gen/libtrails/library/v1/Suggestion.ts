// Original file: proto/libtrails/library/v1/library.proto


export interface Suggestion {
  'kind'?: (string);
  'id'?: (number);
  'text'?: (string);
  'books'?: (number);
}

export interface Suggestion__Out {
  'kind': (string);
  'id': (number);
  'text': (string);
  'books': (number);
}
