// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { BookPhrase as _libtrails_ingest_v1_BookPhrase, BookPhrase__Out as _libtrails_ingest_v1_BookPhrase__Out } from '../../../libtrails/ingest/v1/BookPhrase.ts';

export interface PhraseBatch {
  'phrases'?: (_libtrails_ingest_v1_BookPhrase)[];
}

export interface PhraseBatch__Out {
  'phrases': (_libtrails_ingest_v1_BookPhrase__Out)[];
}
