// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { NewDomain as _libtrails_ingest_v1_NewDomain, NewDomain__Out as _libtrails_ingest_v1_NewDomain__Out } from '../../../libtrails/ingest/v1/NewDomain.ts';

export interface DomainBatch {
  'domains'?: (_libtrails_ingest_v1_NewDomain)[];
}

export interface DomainBatch__Out {
  'domains': (_libtrails_ingest_v1_NewDomain__Out)[];
}
