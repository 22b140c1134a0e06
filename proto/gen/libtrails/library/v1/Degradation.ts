// Original file: proto/libtrails/library/v1/library.proto

import type { DegradationCode } from '../../../values.ts';

export interface Degradation {
  'code'?: (DegradationCode);
  'message'?: (string);
  'signals'?: (string)[];
}

export interface Degradation__Out {
  'code': (DegradationCode);
  'message': (string);
  'signals': (string)[];
}
