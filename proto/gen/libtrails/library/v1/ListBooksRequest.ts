// Original file: proto/libtrails/library/v1/library.proto


export interface ListBooksRequest {
  'cursor'?: (string);
  'limit'?: (number);
  'sort'?: (string);
}

export interface ListBooksRequest__Out {
  'cursor': (string);
  'limit': (number);
  'sort': (string);
}
