// Original file: proto/libtrails/library/v1/library.proto


export interface GetSectionRequest {
  'bookId'?: (number);
  'index'?: (number);
}

export interface GetSectionRequest__Out {
  'bookId': (number);
  'index': (number);
}
