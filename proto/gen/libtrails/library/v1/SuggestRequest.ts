// Original file: proto/libtrails/library/v1/library.proto


export interface SuggestRequest {
  'query'?: (string);
  'limit'?: (number);
}

export interface SuggestRequest__Out {
  'query': (string);
  'limit': (number);
}
