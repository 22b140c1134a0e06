/** Rebuilds derived parts of the library. */
import type Database from 'better-sqlite3';
import { lockFolder } from '../folder-lock.ts';
import { migrate } from '../migrate.ts';
import { libraryPath, openWriter } from '../open.ts';
import { storageError } from '../storage-error.ts';
import { renewWords } from '../write/book-words.ts';
import { createJob } from '../write/jobs.ts';
import { recountThemes, recountTopics } from '../write/recount.ts';
import { WriteSession } from '../write/session.ts';
import { requireLibrary } from './report.ts';

/** Title of the job that the indexer takes up. */
const GROUPING_TITLE = 'Themes and domains';

const PARTS = {
  'full-text': (session: WriteSession) => {
    session.db.transaction(() => {
      for (const table of ['fts_books', 'fts_topics', 'fts_chunks']) {
        session.db.exec(`INSERT INTO ${table} (${table}) VALUES ('rebuild')`);
      }
    })();
    return 'the full-text indexes are rebuilt';
  },
  words: (session: WriteSession) => {
    session.run('meta-delete', 'words');
    renewWords(session);
    return 'the posting lists are rebuilt';
  },
  counts: (session: WriteSession) => {
    recount(session);
    return 'topics, themes and domains are recounted';
  },
  grouping: (session: WriteSession) => {
    createJob(session, { kind: 'group', title: GROUPING_TITLE, fileName: '', worker: '' }, Date.now());
    return 'themes and domains are recomputed when the indexer runs next';
  },
  books: (session: WriteSession) => {
    session.run('sources-forget-pipeline');
    return 'every book is indexed again from its file (passages, topics, vectors, cover) when the indexer runs next';
  },
} satisfies Record<string, (session: WriteSession) => string>;

export type Part = keyof typeof PARTS;
export const REBUILT_PARTS = Object.keys(PARTS) as Part[];
/** What needs nothing but the file. Vectors in memory are made at every start. */
export const BY_DEFAULT: readonly Part[] = ['full-text', 'words', 'counts'];

export function isPartName(name: string): name is Part {
  return Object.hasOwn(PARTS, name);
}

/**
 * Rebuilds these parts in a data folder that no service is using; says what was done to each.
 * @throws LibTrailsError not_found, failed_precondition (in use), data_loss
 */
export function rebuildLibrary(folder: string, parts: readonly Part[]): { part: Part; done: string }[] {
  requireLibrary(folder);
  const unlock = lockFolder(folder);
  let db: Database.Database | undefined;
  try {
    db = openWriter(folder);
    migrate(db);
    const session = new WriteSession(db);
    const done = parts.map((part) => ({ part, done: PARTS[part](session) }));
    db.pragma('wal_checkpoint(TRUNCATE)');
    return done;
  } catch (error) {
    throw storageError(error, libraryPath(folder));
  } finally {
    db?.close();
    unlock();
  }
}

function recount(session: WriteSession): void {
  session.write((log) => {
    for (const bookId of session.values<number>('book-ids')) {
      session.run('book-topics-clear', bookId);
      session.run('book-topics-from-chunks', { book: bookId });
    }
    session.run('topic-counts-clear');
    recountTopics(session, session.values<number>('topic-ids'), log);
    session.run('theme-books-clear');
    for (const bookId of session.values<number>('book-ids')) {
      session.run('theme-books-of-book', { book: bookId });
    }
    recountThemes(session, new Set(session.values<number>('theme-ids')), log);
  });
}
