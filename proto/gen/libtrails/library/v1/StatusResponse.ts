// Original file: proto/libtrails/library/v1/library.proto

import type { LibraryState } from '../../../values.ts';
import type { Counts as _libtrails_library_v1_Counts, Counts__Out as _libtrails_library_v1_Counts__Out } from '../../../libtrails/library/v1/Counts.ts';
import type { EmbeddingStatus as _libtrails_library_v1_EmbeddingStatus, EmbeddingStatus__Out as _libtrails_library_v1_EmbeddingStatus__Out } from '../../../libtrails/library/v1/EmbeddingStatus.ts';
import type { JobStatus as _libtrails_library_v1_JobStatus, JobStatus__Out as _libtrails_library_v1_JobStatus__Out } from '../../../libtrails/library/v1/JobStatus.ts';
import type { RefusedFile as _libtrails_library_v1_RefusedFile, RefusedFile__Out as _libtrails_library_v1_RefusedFile__Out } from '../../../libtrails/library/v1/RefusedFile.ts';
import type { Latency as _libtrails_library_v1_Latency, Latency__Out as _libtrails_library_v1_Latency__Out } from '../../../libtrails/library/v1/Latency.ts';
import type { Long } from '@grpc/proto-loader';

export interface StatusResponse {
  'version'?: (string);
  'state'?: (LibraryState);
  'counts'?: (_libtrails_library_v1_Counts | null);
  'fingerprint'?: (string);
  'embedding'?: (_libtrails_library_v1_EmbeddingStatus | null);
  'jobs'?: (_libtrails_library_v1_JobStatus)[];
  'refused'?: (_libtrails_library_v1_RefusedFile)[];
  'libraryBytes'?: (number | string | Long);
  'uptimeSeconds'?: (number | string);
  'memoryBytes'?: (number | string | Long);
  'generation'?: (number);
  'latencies'?: (_libtrails_library_v1_Latency)[];
  'memoryLimitBytes'?: (number | string | Long);
  'vectorBytes'?: (number | string | Long);
  'revision'?: (number);
  'skipped'?: (_libtrails_library_v1_RefusedFile)[];
  'skippedTotal'?: (number);
  'indexingPaused'?: (boolean);
}

export interface StatusResponse__Out {
  'version': (string);
  'state': (LibraryState);
  'counts': (_libtrails_library_v1_Counts__Out | null);
  'fingerprint': (string);
  'embedding': (_libtrails_library_v1_EmbeddingStatus__Out | null);
  'jobs': (_libtrails_library_v1_JobStatus__Out)[];
  'refused': (_libtrails_library_v1_RefusedFile__Out)[];
  'libraryBytes': (number);
  'uptimeSeconds': (number);
  'memoryBytes': (number);
  'generation': (number);
  'latencies': (_libtrails_library_v1_Latency__Out)[];
  'memoryLimitBytes': (number);
  'vectorBytes': (number);
  'revision': (number);
  'skipped': (_libtrails_library_v1_RefusedFile__Out)[];
  'skippedTotal': (number);
  'indexingPaused': (boolean);
}
