// Original file: proto/libtrails/library/v1/library.proto

import type { Book as _libtrails_library_v1_Book, Book__Out as _libtrails_library_v1_Book__Out } from '../../../libtrails/library/v1/Book.ts';
import type { Passage as _libtrails_library_v1_Passage, Passage__Out as _libtrails_library_v1_Passage__Out } from '../../../libtrails/library/v1/Passage.ts';
import type { Range as _libtrails_library_v1_Range, Range__Out as _libtrails_library_v1_Range__Out } from '../../../libtrails/library/v1/Range.ts';
import type { TrailLink as _libtrails_library_v1_TrailLink, TrailLink__Out as _libtrails_library_v1_TrailLink__Out } from '../../../libtrails/library/v1/TrailLink.ts';

export interface TrailStep {
  'step'?: (number);
  'book'?: (_libtrails_library_v1_Book | null);
  'passage'?: (_libtrails_library_v1_Passage | null);
  'quote'?: (_libtrails_library_v1_Range | null);
  'link'?: (_libtrails_library_v1_TrailLink | null);
  'pinned'?: (boolean);
  'page'?: (string);
}

export interface TrailStep__Out {
  'step': (number);
  'book': (_libtrails_library_v1_Book__Out | null);
  'passage': (_libtrails_library_v1_Passage__Out | null);
  'quote': (_libtrails_library_v1_Range__Out | null);
  'link': (_libtrails_library_v1_TrailLink__Out | null);
  'pinned': (boolean);
  'page': (string);
}
