// Original file: proto/libtrails/library/v1/library.proto

import type { Book as _libtrails_library_v1_Book, Book__Out as _libtrails_library_v1_Book__Out } from '../../../libtrails/library/v1/Book.ts';
import type { SectionRef as _libtrails_library_v1_SectionRef, SectionRef__Out as _libtrails_library_v1_SectionRef__Out } from '../../../libtrails/library/v1/SectionRef.ts';
import type { Block as _libtrails_library_v1_Block, Block__Out as _libtrails_library_v1_Block__Out } from '../../../libtrails/library/v1/Block.ts';
import type { Passage as _libtrails_library_v1_Passage, Passage__Out as _libtrails_library_v1_Passage__Out } from '../../../libtrails/library/v1/Passage.ts';
import type { PageStart as _libtrails_library_v1_PageStart, PageStart__Out as _libtrails_library_v1_PageStart__Out } from '../../../libtrails/library/v1/PageStart.ts';

export interface SectionText {
  'book'?: (_libtrails_library_v1_Book | null);
  'section'?: (_libtrails_library_v1_SectionRef | null);
  'blocks'?: (_libtrails_library_v1_Block)[];
  'passages'?: (_libtrails_library_v1_Passage)[];
  'previous'?: (_libtrails_library_v1_SectionRef | null);
  'next'?: (_libtrails_library_v1_SectionRef | null);
  'pages'?: (_libtrails_library_v1_PageStart)[];
}

export interface SectionText__Out {
  'book': (_libtrails_library_v1_Book__Out | null);
  'section': (_libtrails_library_v1_SectionRef__Out | null);
  'blocks': (_libtrails_library_v1_Block__Out)[];
  'passages': (_libtrails_library_v1_Passage__Out)[];
  'previous': (_libtrails_library_v1_SectionRef__Out | null);
  'next': (_libtrails_library_v1_SectionRef__Out | null);
  'pages': (_libtrails_library_v1_PageStart__Out)[];
}
