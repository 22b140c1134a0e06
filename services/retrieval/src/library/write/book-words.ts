/** Keeps chunk_words equal to what stands in the chunks. */
import { bookWords, WORDS_VERSION } from '../../words/book-words.ts';
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
    session.run('chunk-words-insert', stem, bookId, postings);
  }
}

/** Takes the words of a book out, while its chunks still stand. */
export function deleteWords(session: WriteSession, bookId: number): void {
  for (const [stem] of bookWords(textsOf(session, bookId))) session.run('chunk-words-delete', stem, bookId);
}

/**
 * Makes the words of the whole library anew if another version of the program cut them otherwise, or did not
 * store them yet: some ten seconds for a hundred books. Begun again from the start if it is interrupted.
 */
export function renewWords(session: WriteSession): void {
  if (session.meta('words') === WORDS_VERSION) return;
  session.run('chunk-words-clear');
  for (const bookId of session.values<number>('book-ids')) {
    session.db.transaction(() => insertWords(session, bookId)).immediate();
  }
  session.setMeta('words', WORDS_VERSION);
  // No reader stands in the log yet.
  session.db.pragma('wal_checkpoint(TRUNCATE)');
}
