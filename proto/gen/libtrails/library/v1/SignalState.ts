// Original file: proto/libtrails/library/v1/library.proto


export interface SignalState {
  'name'?: (string);
  'family'?: (string);
  'label'?: (string);
  'state'?: (string);
}

export interface SignalState__Out {
  'name': (string);
  'family': (string);
  'label': (string);
  'state': (string);
}
