// Original file: proto/libtrails/library/v1/library.proto

import type { Scope as _libtrails_library_v1_Scope, Scope__Out as _libtrails_library_v1_Scope__Out } from '../../../libtrails/library/v1/Scope.ts';

export interface ScopeCount {
  'scope'?: (_libtrails_library_v1_Scope);
  'count'?: (number);
  'exact'?: (boolean);
}

export interface ScopeCount__Out {
  'scope': (_libtrails_library_v1_Scope__Out);
  'count': (number);
  'exact': (boolean);
}
