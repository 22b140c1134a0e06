/** What the writer can be asked to do. Each command is one transaction on the writing connection. */
import type { LibraryChange } from '../../change.ts';
import { deleteBook } from './delete-book.ts';
import type { FinishedBook, PutOutcome } from './finished-book.ts';
import type { FinishedGrouping } from './finished-grouping.ts';
import {
  cancelJob,
  createJob,
  expireJobs,
  type Job,
  leaseJob,
  type NewJob,
  type Progress,
  reportProgress,
  retryJob,
} from './jobs.ts';
import { putBook } from './put-book.ts';
import { putGrouping } from './put-grouping.ts';
import type { WriteSession } from './session.ts';
import { type Refusal, refuseSource } from './sources.ts';

/** What a command answers, and what it changed for readers of content. */
export interface Outcome<T> {
  value: T;
  change?: LibraryChange | undefined;
}

/** Argument and answer of each command. */
export interface Commands {
  putBook: { argument: FinishedBook; answer: { bookId: number; outcome: PutOutcome } };
  deleteBook: { argument: number; answer: undefined };
  refuseSource: { argument: Refusal; answer: undefined };
  putGrouping: { argument: FinishedGrouping; answer: { generation: number } };
  createJob: { argument: NewJob; answer: Job };
  leaseJob: { argument: { worker: string; kinds: readonly string[] }; answer: Job | undefined };
  reportProgress: { argument: Progress; answer: Job };
  retryJob: { argument: number; answer: Job };
  cancelJob: { argument: number; answer: Job };
  expireJobs: { argument: undefined; answer: Job[] };
  /** Copies the WAL into the file, as far as no reader needs it. */
  checkpoint: { argument: undefined; answer: undefined };
  /** Merges the full-text indexes into one segment each: worthwhile after many books. */
  optimise: { argument: undefined; answer: undefined };
}

export type CommandName = keyof Commands;
export type Argument<N extends CommandName> = Commands[N]['argument'];
export type Answer<N extends CommandName> = Commands[N]['answer'];

type Handlers = {
  [N in CommandName]: (session: WriteSession, argument: Argument<N>, now: number) => Outcome<Answer<N>>;
};

const HANDLERS: Handlers = {
  putBook(session, book, now) {
    const { bookId, outcome, change } = putBook(session, book, now);
    return { value: { bookId, outcome }, change };
  },
  deleteBook: (session, bookId) => ({ value: undefined, change: deleteBook(session, bookId).change }),
  refuseSource: (session, refusal) => ({ value: undefined, change: refuseSource(session, refusal).change }),
  putGrouping(session, grouping) {
    const { generation, change } = putGrouping(session, grouping);
    return { value: { generation }, change };
  },
  createJob: (session, job, now) => ({ value: createJob(session, job, now) }),
  leaseJob: (session, lease, now) => ({ value: leaseJob(session, lease, now) }),
  reportProgress: (session, report, now) => ({ value: reportProgress(session, report, now) }),
  retryJob: (session, jobId, now) => ({ value: retryJob(session, jobId, now) }),
  cancelJob: (session, jobId, now) => ({ value: cancelJob(session, jobId, now) }),
  expireJobs: (session, _argument, now) => ({ value: expireJobs(session, now) }),
  checkpoint(session) {
    session.db.pragma('wal_checkpoint(PASSIVE)');
    return { value: undefined };
  },
  optimise(session) {
    for (const table of ['fts_books', 'fts_topics', 'fts_chunks']) {
      session.db.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
    }
    return { value: undefined };
  },
};

/** Runs one command; `now` is in milliseconds since 1970. */
export function execute<N extends CommandName>(
  session: WriteSession,
  name: N,
  argument: Argument<N>,
  now: number = Date.now(),
): Outcome<Answer<N>> {
  return HANDLERS[name](session, argument, now);
}
