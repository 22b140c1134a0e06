// Original file: proto/libtrails/library/v1/library.proto

import type { Topic as _libtrails_library_v1_Topic, Topic__Out as _libtrails_library_v1_Topic__Out } from '../../../libtrails/library/v1/Topic.ts';
import type { Theme as _libtrails_library_v1_Theme, Theme__Out as _libtrails_library_v1_Theme__Out } from '../../../libtrails/library/v1/Theme.ts';
import type { TopicPassage as _libtrails_library_v1_TopicPassage, TopicPassage__Out as _libtrails_library_v1_TopicPassage__Out } from '../../../libtrails/library/v1/TopicPassage.ts';
import type { BookCount as _libtrails_library_v1_BookCount, BookCount__Out as _libtrails_library_v1_BookCount__Out } from '../../../libtrails/library/v1/BookCount.ts';

export interface TopicDetail {
  'topic'?: (_libtrails_library_v1_Topic | null);
  'variants'?: (string)[];
  'theme'?: (_libtrails_library_v1_Theme | null);
  'passages'?: (_libtrails_library_v1_TopicPassage)[];
  'books'?: (_libtrails_library_v1_BookCount)[];
  'related'?: (_libtrails_library_v1_Topic)[];
}

export interface TopicDetail__Out {
  'topic': (_libtrails_library_v1_Topic__Out | null);
  'variants': (string)[];
  'theme': (_libtrails_library_v1_Theme__Out | null);
  'passages': (_libtrails_library_v1_TopicPassage__Out)[];
  'books': (_libtrails_library_v1_BookCount__Out)[];
  'related': (_libtrails_library_v1_Topic__Out)[];
}
