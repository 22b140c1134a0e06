// Original file: proto/libtrails/library/v1/library.proto

import type { TookMs as _libtrails_library_v1_TookMs, TookMs__Out as _libtrails_library_v1_TookMs__Out } from '../../../libtrails/library/v1/TookMs.ts';
import type { RelatedBook as _libtrails_library_v1_RelatedBook, RelatedBook__Out as _libtrails_library_v1_RelatedBook__Out } from '../../../libtrails/library/v1/RelatedBook.ts';
import type { SignalState as _libtrails_library_v1_SignalState, SignalState__Out as _libtrails_library_v1_SignalState__Out } from '../../../libtrails/library/v1/SignalState.ts';

export interface RelatedResponse {
  'tookMs'?: (_libtrails_library_v1_TookMs | null);
  'results'?: (_libtrails_library_v1_RelatedBook)[];
  'degraded'?: (boolean);
  'degradedReasons'?: (string)[];
  'signals'?: (_libtrails_library_v1_SignalState)[];
}

export interface RelatedResponse__Out {
  'tookMs': (_libtrails_library_v1_TookMs__Out | null);
  'results': (_libtrails_library_v1_RelatedBook__Out)[];
  'degraded': (boolean);
  'degradedReasons': (string)[];
  'signals': (_libtrails_library_v1_SignalState__Out)[];
}
