// Original file: proto/libtrails/library/v1/library.proto

import type { Book as _libtrails_library_v1_Book, Book__Out as _libtrails_library_v1_Book__Out } from '../../../libtrails/library/v1/Book.ts';
import type { SignalTrace as _libtrails_library_v1_SignalTrace, SignalTrace__Out as _libtrails_library_v1_SignalTrace__Out } from '../../../libtrails/library/v1/SignalTrace.ts';
import type { Topic as _libtrails_library_v1_Topic, Topic__Out as _libtrails_library_v1_Topic__Out } from '../../../libtrails/library/v1/Topic.ts';

export interface RelatedBook {
  'rank'?: (number);
  'score'?: (number | string);
  'book'?: (_libtrails_library_v1_Book | null);
  'signals'?: (_libtrails_library_v1_SignalTrace)[];
  'sharedTopics'?: (_libtrails_library_v1_Topic)[];
  'reason'?: (string);
}

export interface RelatedBook__Out {
  'rank': (number);
  'score': (number);
  'book': (_libtrails_library_v1_Book__Out | null);
  'signals': (_libtrails_library_v1_SignalTrace__Out)[];
  'sharedTopics': (_libtrails_library_v1_Topic__Out)[];
  'reason': (string);
}
