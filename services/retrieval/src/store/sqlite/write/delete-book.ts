/** Takes a book out of the library, whole. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { LibraryChange } from '../../change.ts';
import { deleteWords } from './book-words.ts';
import { recountThemes, recountTopics } from './recount.ts';
import type { ChangeLog, WriteSession } from './session.ts';

/** What a book referred to before its content was cleared. */
export interface Loosened {
  topics: number[];
  themes: number[];
}

/** Removes everything that hangs on the book but its row in `books`, its FTS entry and its own vector. */
export function clearContent(session: WriteSession, bookId: number, log: ChangeLog): Loosened {
  const loosened = {
    topics: session.values<number>('book-topic-ids', bookId),
    themes: session.values<number>('book-theme-ids', bookId),
  };
  session.run('fts-chunks-delete-book', bookId);
  deleteWords(session, bookId);
  for (const id of session.values<number>('book-searchable-chunk-ids', bookId)) {
    session.removeVector('chunks', id, log);
  }
  for (const id of session.values<number>('book-phrase-ids', bookId)) {
    session.removeVector('phrases', id, log);
  }
  for (const part of ['themes', 'topics', 'phrases', 'chunks', 'sections', 'cover-sizes', 'cover'] as const) {
    session.run(`book-delete-${part}`, bookId);
  }
  return loosened;
}

/**
 * Removes a book, its source, and the topics and themes that stood in no other book.
 * @throws LibTrailsError not_found
 */
export function deleteBook(session: WriteSession, bookId: number): { change: LibraryChange } {
  return session.write((log) => {
    if (session.value('book-exists', bookId) === undefined) {
      throw new LibTrailsError('not_found', `There is no book ${bookId}`);
    }
    const loosened = clearContent(session, bookId, log);
    session.run('fts-books-delete', bookId);
    session.removeVector('books', bookId, log);
    session.run('book-delete', bookId);
    const themes = recountTopics(session, loosened.topics, log);
    recountThemes(session, new Set([...loosened.themes, ...themes]), log);
    // An empty library takes vectors of any fingerprint.
    if (session.value('book-count') === 0) session.run('meta-delete', 'fingerprint');
  });
}
