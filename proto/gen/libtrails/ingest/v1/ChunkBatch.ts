// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { Chunk as _libtrails_ingest_v1_Chunk, Chunk__Out as _libtrails_ingest_v1_Chunk__Out } from '../../../libtrails/ingest/v1/Chunk.ts';

export interface ChunkBatch {
  'chunks'?: (_libtrails_ingest_v1_Chunk)[];
}

export interface ChunkBatch__Out {
  'chunks': (_libtrails_ingest_v1_Chunk__Out)[];
}
