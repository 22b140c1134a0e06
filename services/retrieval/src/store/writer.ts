/** Writing: each command happens whole or not at all, and readers see all of it at once. */
import type { BookMetadata, Catalogued, FinishedBook, PutOutcome, SourceFile } from './finished-book.ts';
import type { FinishedGrouping } from './finished-grouping.ts';
import type { Job, NewJob, Progress } from './job.ts';

/** A file that did not become a book. */
export interface Refusal {
  source: SourceFile;
  /** A code of the indexer, such as "no_spine". */
  code: string;
  reason: string;
}

/** Metadata of a catalogue for a book that is there. */
export interface MetadataUpdate {
  source: SourceFile;
  /** An empty language leaves the one that is there. */
  metadata: BookMetadata;
  catalogue: Catalogued;
}

/** Argument and answer of each command. Jobs and their leases are not content: they move no revision. */
export interface Commands {
  putBook: {
    argument: FinishedBook;
    /** `groupingCurrent`: the themes and domains that are there still do (`isGroupingCurrent`). */
    answer: { bookId: number; outcome: PutOutcome; groupingCurrent: boolean };
  };
  deleteBook: { argument: number; answer: undefined };
  updateMetadata: { argument: MetadataUpdate; answer: undefined };
  refuseSource: { argument: Refusal; answer: undefined };
  putGrouping: { argument: FinishedGrouping; answer: { generation: number } };
  createJob: { argument: NewJob; answer: Job };
  leaseJob: { argument: { worker: string; kinds: readonly string[] }; answer: Job | undefined };
  reportProgress: { argument: Progress; answer: Job };
  retryJob: { argument: number; answer: Job };
  cancelJob: { argument: number; answer: Job };
  /** Answers the jobs that were put back in the queue. */
  pauseJobs: { argument: undefined; answer: Job[] };
  resumeJobs: { argument: undefined; answer: undefined };
  expireJobs: { argument: undefined; answer: Job[] };
  /** Tidies the indexes: worthwhile after many books. Readers may be served meanwhile. */
  optimise: { argument: undefined; answer: undefined };
}

export type CommandName = keyof Commands;
export type Argument<N extends CommandName> = Commands[N]['argument'];
export type Answer<N extends CommandName> = Commands[N]['answer'];

export interface Writer {
  /**
   * Runs one command; resolves when it is committed and this process's listeners of `Changes` have been called.
   * Buffers in `transfer` change hands and can't be used afterwards.
   * @throws LibTrailsError as the command does; resource_exhausted if too many wait
   */
  write<N extends CommandName>(name: N, argument: Argument<N>, transfer?: ArrayBuffer[]): Promise<Answer<N>>;
}
