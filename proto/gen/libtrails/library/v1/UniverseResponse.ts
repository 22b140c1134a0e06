// Original file: proto/libtrails/library/v1/library.proto

import type { UniversePoint as _libtrails_library_v1_UniversePoint, UniversePoint__Out as _libtrails_library_v1_UniversePoint__Out } from '../../../libtrails/library/v1/UniversePoint.ts';

export interface UniverseResponse {
  'generation'?: (number);
  'points'?: (_libtrails_library_v1_UniversePoint)[];
}

export interface UniverseResponse__Out {
  'generation': (number);
  'points': (_libtrails_library_v1_UniversePoint__Out)[];
}
