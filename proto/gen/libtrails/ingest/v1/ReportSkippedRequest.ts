// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { SkippedEntry as _libtrails_ingest_v1_SkippedEntry, SkippedEntry__Out as _libtrails_ingest_v1_SkippedEntry__Out } from '../../../libtrails/ingest/v1/SkippedEntry.ts';

export interface ReportSkippedRequest {
  'entries'?: (_libtrails_ingest_v1_SkippedEntry)[];
  'total'?: (number);
}

export interface ReportSkippedRequest__Out {
  'entries': (_libtrails_ingest_v1_SkippedEntry__Out)[];
  'total': (number);
}
