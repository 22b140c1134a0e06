// Original file: proto/libtrails/library/v1/library.proto


export interface Problem {
  'type'?: (string);
  'title'?: (string);
  'status'?: (number);
  'detail'?: (string);
  'code'?: (string);
  'instance'?: (string);
  'requestId'?: (string);
}

export interface Problem__Out {
  'type': (string);
  'title': (string);
  'status': (number);
  'detail': (string);
  'code': (string);
  'instance': (string);
  'requestId': (string);
}
