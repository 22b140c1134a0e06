// Original file: proto/libtrails/library/v1/library.proto

import type { SignalFamily } from '../../../values.ts';
import type { Scope as _libtrails_library_v1_Scope, Scope__Out as _libtrails_library_v1_Scope__Out } from '../../../libtrails/library/v1/Scope.ts';

export interface SignalInfo {
  'name'?: (string);
  'family'?: (SignalFamily);
  'label'?: (string);
  'explanation'?: (string);
  'scopes'?: (_libtrails_library_v1_Scope)[];
  'weight'?: (number | string);
}

export interface SignalInfo__Out {
  'name': (string);
  'family': (SignalFamily);
  'label': (string);
  'explanation': (string);
  'scopes': (_libtrails_library_v1_Scope__Out)[];
  'weight': (number);
}
