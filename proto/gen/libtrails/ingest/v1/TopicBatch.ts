// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { NewTopic as _libtrails_ingest_v1_NewTopic, NewTopic__Out as _libtrails_ingest_v1_NewTopic__Out } from '../../../libtrails/ingest/v1/NewTopic.ts';

export interface TopicBatch {
  'topics'?: (_libtrails_ingest_v1_NewTopic)[];
}

export interface TopicBatch__Out {
  'topics': (_libtrails_ingest_v1_NewTopic__Out)[];
}
