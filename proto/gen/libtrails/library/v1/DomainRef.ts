// Original file: proto/libtrails/library/v1/library.proto


export interface DomainRef {
  'id'?: (number);
  'label'?: (string);
}

export interface DomainRef__Out {
  'id': (number);
  'label': (string);
}
