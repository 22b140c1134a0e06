// Original file: proto/libtrails/library/v1/library.proto

import type { Topic as _libtrails_library_v1_Topic, Topic__Out as _libtrails_library_v1_Topic__Out } from '../../../libtrails/library/v1/Topic.ts';

export interface TrailLink {
  'similarity'?: (number | string);
  'sharedTopics'?: (_libtrails_library_v1_Topic)[];
  'bridge'?: (_libtrails_library_v1_Topic | null);
}

export interface TrailLink__Out {
  'similarity': (number);
  'sharedTopics': (_libtrails_library_v1_Topic__Out)[];
  'bridge': (_libtrails_library_v1_Topic__Out | null);
}
