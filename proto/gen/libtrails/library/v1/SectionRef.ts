// Original file: proto/libtrails/library/v1/library.proto


export interface SectionRef {
  'index'?: (number);
  'title'?: (string);
  'kind'?: (string);
}

export interface SectionRef__Out {
  'index': (number);
  'title': (string);
  'kind': (string);
}
