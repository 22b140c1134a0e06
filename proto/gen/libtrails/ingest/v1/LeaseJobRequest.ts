// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { JobKind } from '../../../values.ts';

export interface LeaseJobRequest {
  'worker'?: (string);
  'kinds'?: (JobKind | '')[];
}

export interface LeaseJobRequest__Out {
  'worker': (string);
  'kinds': (string)[];
}
