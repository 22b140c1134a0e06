// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { BlockSpan as _libtrails_ingest_v1_BlockSpan, BlockSpan__Out as _libtrails_ingest_v1_BlockSpan__Out } from '../../../libtrails/ingest/v1/BlockSpan.ts';
import type { ChunkTopic as _libtrails_ingest_v1_ChunkTopic, ChunkTopic__Out as _libtrails_ingest_v1_ChunkTopic__Out } from '../../../libtrails/ingest/v1/ChunkTopic.ts';

export interface Chunk {
  'sectionIndex'?: (number);
  'start'?: (number);
  'end'?: (number);
  'text'?: (string);
  'blocks'?: (_libtrails_ingest_v1_BlockSpan)[];
  'words'?: (number);
  'tokens'?: (number);
  'vector'?: (Buffer | Uint8Array | string);
  'topics'?: (_libtrails_ingest_v1_ChunkTopic)[];
}

export interface Chunk__Out {
  'sectionIndex': (number);
  'start': (number);
  'end': (number);
  'text': (string);
  'blocks': (_libtrails_ingest_v1_BlockSpan__Out)[];
  'words': (number);
  'tokens': (number);
  'vector': (Buffer);
  'topics': (_libtrails_ingest_v1_ChunkTopic__Out)[];
}
