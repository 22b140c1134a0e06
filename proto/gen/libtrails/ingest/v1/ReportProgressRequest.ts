// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { JobState } from '../../../values.ts';
import type { Long } from '@grpc/proto-loader';

export interface ReportProgressRequest {
  'jobId'?: (number);
  'worker'?: (string);
  'state'?: (JobState | '');
  'stage'?: (string);
  'done'?: (number);
  'total'?: (number);
  'words'?: (number | string | Long);
  'message'?: (string);
}

export interface ReportProgressRequest__Out {
  'jobId': (number);
  'worker': (string);
  'state': (string);
  'stage': (string);
  'done': (number);
  'total': (number);
  'words': (number);
  'message': (string);
}
