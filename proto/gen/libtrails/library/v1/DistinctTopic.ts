// Original file: proto/libtrails/library/v1/library.proto

import type { Topic as _libtrails_library_v1_Topic, Topic__Out as _libtrails_library_v1_Topic__Out } from '../../../libtrails/library/v1/Topic.ts';

export interface DistinctTopic {
  'topic'?: (_libtrails_library_v1_Topic | null);
  'lift'?: (number | string);
}

export interface DistinctTopic__Out {
  'topic': (_libtrails_library_v1_Topic__Out | null);
  'lift': (number);
}
