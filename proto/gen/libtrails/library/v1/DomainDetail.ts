// Original file: proto/libtrails/library/v1/library.proto

import type { Domain as _libtrails_library_v1_Domain, Domain__Out as _libtrails_library_v1_Domain__Out } from '../../../libtrails/library/v1/Domain.ts';
import type { Theme as _libtrails_library_v1_Theme, Theme__Out as _libtrails_library_v1_Theme__Out } from '../../../libtrails/library/v1/Theme.ts';
import type { BookCount as _libtrails_library_v1_BookCount, BookCount__Out as _libtrails_library_v1_BookCount__Out } from '../../../libtrails/library/v1/BookCount.ts';
import type { DistinctTopic as _libtrails_library_v1_DistinctTopic, DistinctTopic__Out as _libtrails_library_v1_DistinctTopic__Out } from '../../../libtrails/library/v1/DistinctTopic.ts';

export interface DomainDetail {
  'domain'?: (_libtrails_library_v1_Domain | null);
  'themes'?: (_libtrails_library_v1_Theme)[];
  'books'?: (_libtrails_library_v1_BookCount)[];
  'distinct'?: (_libtrails_library_v1_DistinctTopic)[];
}

export interface DomainDetail__Out {
  'domain': (_libtrails_library_v1_Domain__Out | null);
  'themes': (_libtrails_library_v1_Theme__Out)[];
  'books': (_libtrails_library_v1_BookCount__Out)[];
  'distinct': (_libtrails_library_v1_DistinctTopic__Out)[];
}
