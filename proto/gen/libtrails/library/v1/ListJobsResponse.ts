// Original file: proto/libtrails/library/v1/library.proto

import type { JobStatus as _libtrails_library_v1_JobStatus, JobStatus__Out as _libtrails_library_v1_JobStatus__Out } from '../../../libtrails/library/v1/JobStatus.ts';

export interface ListJobsResponse {
  'jobs'?: (_libtrails_library_v1_JobStatus)[];
  'paused'?: (boolean);
}

export interface ListJobsResponse__Out {
  'jobs': (_libtrails_library_v1_JobStatus__Out)[];
  'paused': (boolean);
}
