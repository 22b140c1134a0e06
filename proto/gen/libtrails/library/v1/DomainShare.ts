// Original file: proto/libtrails/library/v1/library.proto

import type { DomainRef as _libtrails_library_v1_DomainRef, DomainRef__Out as _libtrails_library_v1_DomainRef__Out } from '../../../libtrails/library/v1/DomainRef.ts';

export interface DomainShare {
  'domain'?: (_libtrails_library_v1_DomainRef | null);
  'share'?: (number | string);
}

export interface DomainShare__Out {
  'domain': (_libtrails_library_v1_DomainRef__Out | null);
  'share': (number);
}
