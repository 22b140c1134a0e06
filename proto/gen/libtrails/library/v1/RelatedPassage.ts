// Original file: proto/libtrails/library/v1/library.proto

import type { Book as _libtrails_library_v1_Book, Book__Out as _libtrails_library_v1_Book__Out } from '../../../libtrails/library/v1/Book.ts';
import type { Passage as _libtrails_library_v1_Passage, Passage__Out as _libtrails_library_v1_Passage__Out } from '../../../libtrails/library/v1/Passage.ts';
import type { Topic as _libtrails_library_v1_Topic, Topic__Out as _libtrails_library_v1_Topic__Out } from '../../../libtrails/library/v1/Topic.ts';

export interface RelatedPassage {
  'book'?: (_libtrails_library_v1_Book | null);
  'passage'?: (_libtrails_library_v1_Passage | null);
  'similarity'?: (number | string);
  'sharedTopics'?: (_libtrails_library_v1_Topic)[];
}

export interface RelatedPassage__Out {
  'book': (_libtrails_library_v1_Book__Out | null);
  'passage': (_libtrails_library_v1_Passage__Out | null);
  'similarity': (number);
  'sharedTopics': (_libtrails_library_v1_Topic__Out)[];
}
