// Original file: proto/libtrails/library/v1/library.proto


export interface RelatedRequest {
  'bookId'?: (number);
  'limit'?: (number);
}

export interface RelatedRequest__Out {
  'bookId': (number);
  'limit': (number);
}
