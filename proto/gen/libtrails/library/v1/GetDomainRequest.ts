// Original file: proto/libtrails/library/v1/library.proto


export interface GetDomainRequest {
  'domainId'?: (number);
}

export interface GetDomainRequest__Out {
  'domainId': (number);
}
