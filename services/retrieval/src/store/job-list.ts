/** Reading jobs and files; they are changed through the writer. */
import type { Source__Out as Source } from '@libtrails/proto/types/ingest/v1/Source';
import type { TopicVector__Out as TopicVector } from '@libtrails/proto/types/ingest/v1/TopicVector';
import type { SourceFacts } from './admission.ts';
import type { Job } from './job.ts';

export interface JobList {
  /** Jobs that are to be done first, then those that ended last. */
  jobs(limit: number): Promise<Job[]>;
  /** Jobs are left in the queue until they are resumed. */
  arePaused(): Promise<boolean>;
  /** Whether a job of these kinds waits for a worker; none does while jobs are paused. */
  isWaiting(kinds: readonly string[]): Promise<boolean>;
  /** Whether the lease of a running job is over, in milliseconds since 1970. */
  isExpired(now: number): Promise<boolean>;
  /** A job with an uploaded file, and which worker holds it; undefined if there is none. */
  upload(job: number): Promise<{ fileName: string; worker: string; state: Job['state'] } | undefined>;
  /** Files of uploads: of jobs that wait or run, of the `kept` latest failed ones, and of all that have ended. */
  uploads(kept: number): Promise<{ waiting: string[]; kept: string[]; ended: string[] }>;
}

/** What an indexer asks of the library. */
export interface SourceList {
  /** Every known file, by name: those that became books, and those that were refused. */
  sources(): Promise<Source[]>;
  /** What is known of a file, and which other file has a book of the same content. */
  facts(fileName: string, contentHash: string): Promise<SourceFacts>;
  /** 0 if there are none. */
  highestTopicId(): Promise<number>;
  /**
   * Every phrase and concept topic, merged ones too, in ascending id, page by page, with its vector and the mean of
   * its passages' as int8 around nothing. Counts are the topic's own. What is written meanwhile may or may not be
   * seen; each page is consistent in itself.
   */
  topicVectors(): AsyncIterable<TopicVector[]>;
}
