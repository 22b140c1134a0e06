// Original file: proto/libtrails/library/v1/library.proto


export interface Degradation {
  'code'?: (string);
  'message'?: (string);
  'signals'?: (string)[];
}

export interface Degradation__Out {
  'code': (string);
  'message': (string);
  'signals': (string)[];
}
