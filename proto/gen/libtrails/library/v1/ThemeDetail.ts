// Original file: proto/libtrails/library/v1/library.proto

import type { Theme as _libtrails_library_v1_Theme, Theme__Out as _libtrails_library_v1_Theme__Out } from '../../../libtrails/library/v1/Theme.ts';
import type { Topic as _libtrails_library_v1_Topic, Topic__Out as _libtrails_library_v1_Topic__Out } from '../../../libtrails/library/v1/Topic.ts';
import type { BookCount as _libtrails_library_v1_BookCount, BookCount__Out as _libtrails_library_v1_BookCount__Out } from '../../../libtrails/library/v1/BookCount.ts';
import type { TopicPassage as _libtrails_library_v1_TopicPassage, TopicPassage__Out as _libtrails_library_v1_TopicPassage__Out } from '../../../libtrails/library/v1/TopicPassage.ts';
import type { ThemeNeighbour as _libtrails_library_v1_ThemeNeighbour, ThemeNeighbour__Out as _libtrails_library_v1_ThemeNeighbour__Out } from '../../../libtrails/library/v1/ThemeNeighbour.ts';

export interface ThemeDetail {
  'theme'?: (_libtrails_library_v1_Theme | null);
  'topics'?: (_libtrails_library_v1_Topic)[];
  'books'?: (_libtrails_library_v1_BookCount)[];
  'passages'?: (_libtrails_library_v1_TopicPassage)[];
  'neighbours'?: (_libtrails_library_v1_Theme)[];
  'near'?: (_libtrails_library_v1_ThemeNeighbour)[];
}

export interface ThemeDetail__Out {
  'theme': (_libtrails_library_v1_Theme__Out | null);
  'topics': (_libtrails_library_v1_Topic__Out)[];
  'books': (_libtrails_library_v1_BookCount__Out)[];
  'passages': (_libtrails_library_v1_TopicPassage__Out)[];
  'neighbours': (_libtrails_library_v1_Theme__Out)[];
  'near': (_libtrails_library_v1_ThemeNeighbour__Out)[];
}
