// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { JobKind } from '../../../values.ts';

export interface CreateJobRequest {
  'kind'?: (JobKind | '');
  'title'?: (string);
  'worker'?: (string);
}

export interface CreateJobRequest__Out {
  'kind': (string);
  'title': (string);
  'worker': (string);
}
