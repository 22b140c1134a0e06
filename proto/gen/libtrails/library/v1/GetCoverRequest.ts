// Original file: proto/libtrails/library/v1/library.proto


export interface GetCoverRequest {
  'bookId'?: (number);
  'width'?: (number);
}

export interface GetCoverRequest__Out {
  'bookId': (number);
  'width': (number);
}
