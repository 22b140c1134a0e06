/** Work that outlives a request, as a store keeps it. */
import type { JobKind, JobState } from '@libtrails/proto/values';

export type { JobKind, JobState };

export interface Job {
  id: number;
  kind: JobKind;
  state: JobState;
  title: string;
  stage: string;
  done: number;
  total: number;
  words: number;
  message: string;
  /** Seconds since 1970. */
  updatedAt: number;
  /** Of an upload: name in the uploads folder; else empty. */
  fileName: string;
}

/** A worker that is silent for so long has lost its job. */
export const LEASE_MS = 60_000;
/** A job that this many workers in a row did not survive is given up. */
export const MAX_LEASES = 3;
/** Ended jobs that are kept for the status page. */
export const KEPT_ENDED_JOBS = 200;

export interface NewJob {
  kind: JobKind;
  title: string;
  fileName: string;
  /** Set to lease it at once: the worker's own job, which another gets only if it is left behind. Empty to queue it. */
  worker: string;
}

export interface Progress {
  jobId: number;
  worker: string;
  /** Undefined keeps it running. */
  state: Extract<JobState, 'done' | 'failed'> | undefined;
  stage: string;
  done: number;
  total: number;
  words: number;
  message: string;
}
