// Original file: proto/libtrails/library/v1/library.proto


export interface ListThemesRequest {
  'cursor'?: (string);
  'limit'?: (number);
  'domainId'?: (number);
  'query'?: (string);
  'sort'?: (string);
  'page'?: (number);
}

export interface ListThemesRequest__Out {
  'cursor': (string);
  'limit': (number);
  'domainId': (number);
  'query': (string);
  'sort': (string);
  'page': (number);
}
