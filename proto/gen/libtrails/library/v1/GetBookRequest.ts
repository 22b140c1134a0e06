// Original file: proto/libtrails/library/v1/library.proto


export interface GetBookRequest {
  'bookId'?: (number);
}

export interface GetBookRequest__Out {
  'bookId': (number);
}
