// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { Merge as _libtrails_ingest_v1_Merge, Merge__Out as _libtrails_ingest_v1_Merge__Out } from '../../../libtrails/ingest/v1/Merge.ts';

export interface MergeBatch {
  'merges'?: (_libtrails_ingest_v1_Merge)[];
}

export interface MergeBatch__Out {
  'merges': (_libtrails_ingest_v1_Merge__Out)[];
}
