// Original file: proto/libtrails/library/v1/library.proto

import type { SectionRef as _libtrails_library_v1_SectionRef, SectionRef__Out as _libtrails_library_v1_SectionRef__Out } from '../../../libtrails/library/v1/SectionRef.ts';
import type { Range as _libtrails_library_v1_Range, Range__Out as _libtrails_library_v1_Range__Out } from '../../../libtrails/library/v1/Range.ts';
import type { PageStart as _libtrails_library_v1_PageStart, PageStart__Out as _libtrails_library_v1_PageStart__Out } from '../../../libtrails/library/v1/PageStart.ts';

export interface Passage {
  'id'?: (number);
  'bookId'?: (number);
  'section'?: (_libtrails_library_v1_SectionRef | null);
  'start'?: (number);
  'end'?: (number);
  'text'?: (string);
  'highlights'?: (_libtrails_library_v1_Range)[];
  'position'?: (number | string);
  'opening'?: (string);
  'sentences'?: (_libtrails_library_v1_Range)[];
  'pages'?: (_libtrails_library_v1_PageStart)[];
  'page'?: (string);
}

export interface Passage__Out {
  'id': (number);
  'bookId': (number);
  'section': (_libtrails_library_v1_SectionRef__Out | null);
  'start': (number);
  'end': (number);
  'text': (string);
  'highlights': (_libtrails_library_v1_Range__Out)[];
  'position': (number);
  'opening': (string);
  'sentences': (_libtrails_library_v1_Range__Out)[];
  'pages': (_libtrails_library_v1_PageStart__Out)[];
  'page': (string);
}
