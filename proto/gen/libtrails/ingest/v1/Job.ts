// Original file: proto/libtrails/ingest/v1/ingest.proto

import type { JobKind, JobState } from '../../../values.ts';
import type { Long } from '@grpc/proto-loader';

export interface Job {
  'id'?: (number);
  'kind'?: (JobKind);
  'state'?: (JobState);
  'title'?: (string);
  'stage'?: (string);
  'done'?: (number);
  'total'?: (number);
  'words'?: (number | string | Long);
  'message'?: (string);
  'updatedAt'?: (number | string | Long);
  'fileName'?: (string);
}

export interface Job__Out {
  'id': (number);
  'kind': (JobKind);
  'state': (JobState);
  'title': (string);
  'stage': (string);
  'done': (number);
  'total': (number);
  'words': (number);
  'message': (string);
  'updatedAt': (number);
  'fileName': (string);
}
