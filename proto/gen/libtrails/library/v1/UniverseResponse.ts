// Original file: proto/libtrails/library/v1/library.proto

import type { UniversePoint as _libtrails_library_v1_UniversePoint, UniversePoint__Out as _libtrails_library_v1_UniversePoint__Out } from '../../../libtrails/library/v1/UniversePoint.ts';
import type { DomainRef as _libtrails_library_v1_DomainRef, DomainRef__Out as _libtrails_library_v1_DomainRef__Out } from '../../../libtrails/library/v1/DomainRef.ts';

export interface UniverseResponse {
  'generation'?: (number);
  'points'?: (_libtrails_library_v1_UniversePoint)[];
  'domains'?: (_libtrails_library_v1_DomainRef)[];
}

export interface UniverseResponse__Out {
  'generation': (number);
  'points': (_libtrails_library_v1_UniversePoint__Out)[];
  'domains': (_libtrails_library_v1_DomainRef__Out)[];
}
