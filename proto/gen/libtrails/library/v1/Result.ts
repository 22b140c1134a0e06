// Original file: proto/libtrails/library/v1/library.proto

import type { Relevance } from '../../../values.ts';
import type { Book as _libtrails_library_v1_Book, Book__Out as _libtrails_library_v1_Book__Out } from '../../../libtrails/library/v1/Book.ts';
import type { Passage as _libtrails_library_v1_Passage, Passage__Out as _libtrails_library_v1_Passage__Out } from '../../../libtrails/library/v1/Passage.ts';
import type { Topic as _libtrails_library_v1_Topic, Topic__Out as _libtrails_library_v1_Topic__Out } from '../../../libtrails/library/v1/Topic.ts';
import type { Theme as _libtrails_library_v1_Theme, Theme__Out as _libtrails_library_v1_Theme__Out } from '../../../libtrails/library/v1/Theme.ts';
import type { Domain as _libtrails_library_v1_Domain, Domain__Out as _libtrails_library_v1_Domain__Out } from '../../../libtrails/library/v1/Domain.ts';
import type { SignalTrace as _libtrails_library_v1_SignalTrace, SignalTrace__Out as _libtrails_library_v1_SignalTrace__Out } from '../../../libtrails/library/v1/SignalTrace.ts';

export interface Result {
  'rank'?: (number);
  'score'?: (number | string);
  'book'?: (_libtrails_library_v1_Book | null);
  'passage'?: (_libtrails_library_v1_Passage | null);
  'topic'?: (_libtrails_library_v1_Topic | null);
  'theme'?: (_libtrails_library_v1_Theme | null);
  'domain'?: (_libtrails_library_v1_Domain | null);
  'signals'?: (_libtrails_library_v1_SignalTrace)[];
  'relevance'?: (Relevance);
  'also'?: (_libtrails_library_v1_Passage)[];
  'alsoTotal'?: (number);
}

export interface Result__Out {
  'rank': (number);
  'score': (number);
  'book': (_libtrails_library_v1_Book__Out | null);
  'passage': (_libtrails_library_v1_Passage__Out | null);
  'topic': (_libtrails_library_v1_Topic__Out | null);
  'theme': (_libtrails_library_v1_Theme__Out | null);
  'domain': (_libtrails_library_v1_Domain__Out | null);
  'signals': (_libtrails_library_v1_SignalTrace__Out)[];
  'relevance': (Relevance);
  'also': (_libtrails_library_v1_Passage__Out)[];
  'alsoTotal': (number);
}
