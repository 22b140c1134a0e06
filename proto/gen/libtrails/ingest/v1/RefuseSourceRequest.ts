// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { Source as _libtrails_ingest_v1_Source, Source__Out as _libtrails_ingest_v1_Source__Out } from '../../../libtrails/ingest/v1/Source.ts';

export interface RefuseSourceRequest {
  'source'?: (_libtrails_ingest_v1_Source | null);
  'code'?: (string);
  'reason'?: (string);
}

export interface RefuseSourceRequest__Out {
  'source': (_libtrails_ingest_v1_Source__Out | null);
  'code': (string);
  'reason': (string);
}
