// Original file: proto/libtrails/library/v1/library.proto


export interface GetPassageRequest {
  'passageId'?: (number);
  'around'?: (number);
  'query'?: (string);
}

export interface GetPassageRequest__Out {
  'passageId': (number);
  'around': (number);
  'query': (string);
}
