// Original file: proto/libtrails/library/v1/library.proto

import type { JobKind, JobState } from '../../../values.ts';
import type { Long } from '@grpc/proto-loader';

export interface JobStatus {
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
  'retryable'?: (boolean);
}

export interface JobStatus__Out {
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
  'retryable': (boolean);
}
