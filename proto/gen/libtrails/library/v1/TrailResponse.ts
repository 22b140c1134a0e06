// Original file: proto/libtrails/library/v1/library.proto

import type { TrailStep as _libtrails_library_v1_TrailStep, TrailStep__Out as _libtrails_library_v1_TrailStep__Out } from '../../../libtrails/library/v1/TrailStep.ts';

export interface TrailResponse {
  'from'?: (string);
  'to'?: (string);
  'seed'?: (number);
  'relevant'?: (boolean);
  'degraded'?: (boolean);
  'degradedReasons'?: (string)[];
  'tookMs'?: (number | string);
  'steps'?: (_libtrails_library_v1_TrailStep)[];
  'fromName'?: (string);
  'toName'?: (string);
}

export interface TrailResponse__Out {
  'from': (string);
  'to': (string);
  'seed': (number);
  'relevant': (boolean);
  'degraded': (boolean);
  'degradedReasons': (string)[];
  'tookMs': (number);
  'steps': (_libtrails_library_v1_TrailStep__Out)[];
  'fromName': (string);
  'toName': (string);
}
