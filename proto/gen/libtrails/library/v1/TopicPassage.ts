// Original file: proto/libtrails/library/v1/library.proto

import type { Book as _libtrails_library_v1_Book, Book__Out as _libtrails_library_v1_Book__Out } from '../../../libtrails/library/v1/Book.ts';
import type { Passage as _libtrails_library_v1_Passage, Passage__Out as _libtrails_library_v1_Passage__Out } from '../../../libtrails/library/v1/Passage.ts';

export interface TopicPassage {
  'book'?: (_libtrails_library_v1_Book | null);
  'passage'?: (_libtrails_library_v1_Passage | null);
}

export interface TopicPassage__Out {
  'book': (_libtrails_library_v1_Book__Out | null);
  'passage': (_libtrails_library_v1_Passage__Out | null);
}
