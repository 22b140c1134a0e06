// Original file: proto/libtrails/library/v1/library.proto

import type { SignalAnswer, SignalFamily } from '../../../values.ts';

export interface SignalState {
  'name'?: (string);
  'family'?: (SignalFamily);
  'label'?: (string);
  'state'?: (SignalAnswer);
}

export interface SignalState__Out {
  'name': (string);
  'family': (SignalFamily);
  'label': (string);
  'state': (SignalAnswer);
}
