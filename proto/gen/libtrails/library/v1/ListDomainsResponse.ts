// Original file: proto/libtrails/library/v1/library.proto

import type { Domain as _libtrails_library_v1_Domain, Domain__Out as _libtrails_library_v1_Domain__Out } from '../../../libtrails/library/v1/Domain.ts';

export interface ListDomainsResponse {
  'domains'?: (_libtrails_library_v1_Domain)[];
}

export interface ListDomainsResponse__Out {
  'domains': (_libtrails_library_v1_Domain__Out)[];
}
