// Original file: proto/libtrails/library/v1/library.proto

import type { DomainRef as _libtrails_library_v1_DomainRef, DomainRef__Out as _libtrails_library_v1_DomainRef__Out } from '../../../libtrails/library/v1/DomainRef.ts';

export interface Theme {
  'id'?: (number);
  'label'?: (string);
  'subtitle'?: (string);
  'topics'?: (number);
  'passages'?: (number);
  'books'?: (number);
  'domain'?: (_libtrails_library_v1_DomainRef | null);
}

export interface Theme__Out {
  'id': (number);
  'label': (string);
  'subtitle': (string);
  'topics': (number);
  'passages': (number);
  'books': (number);
  'domain': (_libtrails_library_v1_DomainRef__Out | null);
}
