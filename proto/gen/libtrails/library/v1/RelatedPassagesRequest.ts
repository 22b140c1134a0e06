// Original file: proto/libtrails/library/v1/library.proto


export interface RelatedPassagesRequest {
  'passageId'?: (number);
  'limit'?: (number);
}

export interface RelatedPassagesRequest__Out {
  'passageId': (number);
  'limit': (number);
}
