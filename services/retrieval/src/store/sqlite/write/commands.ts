/** What the writer can be asked to do. Each command is one transaction on the writing connection. */
import type { LibraryChange } from '../../change.ts';
import type { Commands } from '../../writer.ts';
import { deleteBook } from './delete-book.ts';
import {
  cancelJob,
  createJob,
  expireJobs,
  leaseJob,
  pauseJobs,
  reportProgress,
  resumeJobs,
  retryJob,
} from './jobs.ts';
import { putBook } from './put-book.ts';
import { putGrouping } from './put-grouping.ts';
import type { WriteSession } from './session.ts';
import { refuseSource } from './sources.ts';
import { updateMetadata } from './update-metadata.ts';

/** What a command answers, and what it changed for readers of content. */
export interface Outcome<T> {
  value: T;
  change?: LibraryChange | undefined;
}

/** Beside the commands of every store, those of a file. */
export interface FileCommands extends Commands {
  /** Copies the WAL into the file, as far as no reader needs it. */
  checkpoint: { argument: undefined; answer: undefined };
}

export type FileCommand = keyof FileCommands;

type Handlers = {
  [N in FileCommand]: (
    session: WriteSession,
    argument: FileCommands[N]['argument'],
    now: number,
  ) => Outcome<FileCommands[N]['answer']>;
};

const HANDLERS: Handlers = {
  putBook(session, book, now) {
    const { change, ...value } = putBook(session, book, now);
    return { value, change };
  },
  deleteBook: (session, bookId) => ({ value: undefined, change: deleteBook(session, bookId).change }),
  updateMetadata: (session, update) => ({ value: undefined, change: updateMetadata(session, update).change }),
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
  pauseJobs: (session, _argument, now) => ({ value: pauseJobs(session, now) }),
  resumeJobs(session) {
    resumeJobs(session);
    return { value: undefined };
  },
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
export function execute<N extends FileCommand>(
  session: WriteSession,
  name: N,
  argument: FileCommands[N]['argument'],
  now: number = Date.now(),
): Outcome<FileCommands[N]['answer']> {
  return HANDLERS[name](session, argument, now);
}
