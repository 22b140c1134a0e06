// Original file: proto/libtrails/library/v1/library.proto

import type { Scope as _libtrails_library_v1_Scope, Scope__Out as _libtrails_library_v1_Scope__Out } from '../../../libtrails/library/v1/Scope.ts';
import type { Mode as _libtrails_library_v1_Mode, Mode__Out as _libtrails_library_v1_Mode__Out } from '../../../libtrails/library/v1/Mode.ts';
import type { TookMs as _libtrails_library_v1_TookMs, TookMs__Out as _libtrails_library_v1_TookMs__Out } from '../../../libtrails/library/v1/TookMs.ts';
import type { Result as _libtrails_library_v1_Result, Result__Out as _libtrails_library_v1_Result__Out } from '../../../libtrails/library/v1/Result.ts';

export interface SearchResponse {
  'query'?: (string);
  'scope'?: (_libtrails_library_v1_Scope);
  'mode'?: (_libtrails_library_v1_Mode);
  'total'?: (number);
  'relevant'?: (boolean);
  'degraded'?: (boolean);
  'degradedReasons'?: (string)[];
  'tookMs'?: (_libtrails_library_v1_TookMs | null);
  'results'?: (_libtrails_library_v1_Result)[];
}

export interface SearchResponse__Out {
  'query': (string);
  'scope': (_libtrails_library_v1_Scope__Out);
  'mode': (_libtrails_library_v1_Mode__Out);
  'total': (number);
  'relevant': (boolean);
  'degraded': (boolean);
  'degradedReasons': (string)[];
  'tookMs': (_libtrails_library_v1_TookMs__Out | null);
  'results': (_libtrails_library_v1_Result__Out)[];
}
