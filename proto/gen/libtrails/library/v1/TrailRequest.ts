// Original file: proto/libtrails/library/v1/library.proto

import type { TrailPin as _libtrails_library_v1_TrailPin, TrailPin__Out as _libtrails_library_v1_TrailPin__Out } from '../../../libtrails/library/v1/TrailPin.ts';

export interface TrailRequest {
  'from'?: (string);
  'to'?: (string);
  'steps'?: (number);
  'seed'?: (number);
  'drop'?: (number)[];
  'pins'?: (_libtrails_library_v1_TrailPin)[];
}

export interface TrailRequest__Out {
  'from': (string);
  'to': (string);
  'steps': (number);
  'seed': (number);
  'drop': (number)[];
  'pins': (_libtrails_library_v1_TrailPin__Out)[];
}
