/** Keeps chunk_words equal to what is in the chunks. */
import { bookWords, WORDS_VERSION } from '../../../words/book-words.ts';
import type { WriteSession } from './session.ts';

type ChunkText = [id: number, text: string];

function textsOf(session: WriteSession, bookId: number): ChunkText[] {
  return session
    .rows<{ id: number; text: string }>('book-chunk-texts', bookId)
    .map(({ id, text }) => [id, text]);
}

/** Adds the words of a book whose chunks have just been stored. */
export function insertWords(session: WriteSession, bookId: number): void {
  for (const [stem, postings] of bookWords(textsOf(session, bookId))) {
    session.run('chunk-words-insert', { stem, book: bookId, postings });
  }
}

/** Takes the words of a book out, while its chunks still stand. */
export function deleteWords(session: WriteSession, bookId: number): void {
  for (const [stem] of bookWords(textsOf(session, bookId))) {
    session.run('chunk-words-delete', { stem, book: bookId });
  }
}

/**
 * Makes the words of the whole library again if another version of the program cut them otherwise: full-text indexes
 * and posting lists, from the stored texts. Each block of books is one transaction, after which the
 * write-ahead log starts again; what is done stays done if the program ends on the way.
 */
export function renewWords(session: WriteSession): void {
  const [version, lastBlock] = (session.meta('words') ?? '').split(' through block ');
  if (version === WORDS_VERSION && lastBlock === undefined) return;
  const done = version === WORDS_VERSION ? Number(lastBlock) : -1;
  if (done === -1) session.db.transaction(() => restartFullText(session)).immediate();
  for (const block of session.values<number>('word-blocks')) {
    if (block <= done) continue;
    session.db
      .transaction(() => {
        session.run('chunk-words-clear-block', block);
        for (const bookId of session.values<number>('block-books', { block })) {
          session.run('fts-chunks-insert-book', bookId);
          insertWords(session, bookId);
        }
        session.setMeta('words', `${WORDS_VERSION} through block ${block}`);
      })
      .immediate();
    // No reader is in the log yet.
    session.db.pragma('wal_checkpoint(TRUNCATE)');
  }
  session.setMeta('words', WORDS_VERSION);
}

/** Empties the full-text indexes, and fills those of books and topics. */
function restartFullText(session: WriteSession): void {
  for (const table of ['fts_books', 'fts_topics', 'fts_chunks']) {
    session.db.exec(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`);
  }
  session.run('fts-books-insert-all');
  session.run('fts-topics-insert-all');
}
