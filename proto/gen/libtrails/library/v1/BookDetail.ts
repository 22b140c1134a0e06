// Original file: proto/libtrails/library/v1/library.proto

import type { Book as _libtrails_library_v1_Book, Book__Out as _libtrails_library_v1_Book__Out } from '../../../libtrails/library/v1/Book.ts';
import type { SectionRef as _libtrails_library_v1_SectionRef, SectionRef__Out as _libtrails_library_v1_SectionRef__Out } from '../../../libtrails/library/v1/SectionRef.ts';
import type { Topic as _libtrails_library_v1_Topic, Topic__Out as _libtrails_library_v1_Topic__Out } from '../../../libtrails/library/v1/Topic.ts';
import type { Theme as _libtrails_library_v1_Theme, Theme__Out as _libtrails_library_v1_Theme__Out } from '../../../libtrails/library/v1/Theme.ts';
import type { DomainShare as _libtrails_library_v1_DomainShare, DomainShare__Out as _libtrails_library_v1_DomainShare__Out } from '../../../libtrails/library/v1/DomainShare.ts';
import type { ContentsEntry as _libtrails_library_v1_ContentsEntry, ContentsEntry__Out as _libtrails_library_v1_ContentsEntry__Out } from '../../../libtrails/library/v1/ContentsEntry.ts';
import type { ThemeShare as _libtrails_library_v1_ThemeShare, ThemeShare__Out as _libtrails_library_v1_ThemeShare__Out } from '../../../libtrails/library/v1/ThemeShare.ts';
import type { Long } from '@grpc/proto-loader';

export interface BookDetail {
  'book'?: (_libtrails_library_v1_Book | null);
  'description'?: (string);
  'publisher'?: (string);
  'sections'?: (_libtrails_library_v1_SectionRef)[];
  'phrases'?: (string)[];
  'topics'?: (_libtrails_library_v1_Topic)[];
  'names'?: (_libtrails_library_v1_Topic)[];
  'themes'?: (_libtrails_library_v1_Theme)[];
  'domains'?: (_libtrails_library_v1_DomainShare)[];
  'passages'?: (number);
  'addedAt'?: (number | string | Long);
  'contents'?: (_libtrails_library_v1_ContentsEntry)[];
  'themeShares'?: (_libtrails_library_v1_ThemeShare)[];
  'otherFiles'?: (string)[];
  'catalogueLink'?: (string);
  'rating'?: (number | string);
}

export interface BookDetail__Out {
  'book': (_libtrails_library_v1_Book__Out | null);
  'description': (string);
  'publisher': (string);
  'sections': (_libtrails_library_v1_SectionRef__Out)[];
  'phrases': (string)[];
  'topics': (_libtrails_library_v1_Topic__Out)[];
  'names': (_libtrails_library_v1_Topic__Out)[];
  'themes': (_libtrails_library_v1_Theme__Out)[];
  'domains': (_libtrails_library_v1_DomainShare__Out)[];
  'passages': (number);
  'addedAt': (number);
  'contents': (_libtrails_library_v1_ContentsEntry__Out)[];
  'themeShares': (_libtrails_library_v1_ThemeShare__Out)[];
  'otherFiles': (string)[];
  'catalogueLink': (string);
  'rating': (number);
}
