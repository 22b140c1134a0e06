/** Checks the posting lists of each book against its text, and that there are none of books that are gone. */
import type Database from 'better-sqlite3';
import { bookWords } from '../words/book-words.ts';

/** Problems with `chunk_words`. Quick: only whose they are. Holds the words of one book at a time. */
export function* checkWords(db: Database.Database, quick: boolean): Generator<string> {
  const lists = listsOfBooks(db);
  const books = db.prepare('SELECT id, chunks FROM books').raw().all() as [id: number, passages: number][];
  const texts = db.prepare('SELECT id, text FROM chunks WHERE book_id = ? AND searchable = 1 ORDER BY id');
  const stored = db.prepare('SELECT postings FROM chunk_words WHERE stem = ? AND book_id = ?').pluck();
  for (const [book, passages] of books) {
    const found = lists.get(book) ?? 0;
    lists.delete(book);
    if (quick) {
      if (found === 0 && passages > 0) yield `words: none of book ${book}`;
      continue;
    }
    const wanted = new Set<string>();
    for (const [stem, postings] of bookWords(texts.raw().all(book) as [number, string][])) {
      wanted.add(stem);
      const there = stored.get(stem, book) as Buffer | undefined;
      if (there?.equals(postings) !== true) yield `words: the passages of "${stem}" in book ${book}`;
    }
    if (found === wanted.size) continue;
    const stems = db.prepare('SELECT stem FROM chunk_words WHERE book_id = ?').pluck().all(book) as string[];
    for (const stem of stems) {
      if (!wanted.has(stem)) yield `words: "${stem}" stands nowhere in book ${book}`;
    }
  }
  for (const book of lists.keys()) yield `words: of book ${book}, which is not there`;
}

function listsOfBooks(db: Database.Database): Map<number, number> {
  const lists = new Map<number, number>();
  const rows = db.prepare('SELECT book_id FROM chunk_words').pluck();
  for (const book of rows.iterate() as IterableIterator<number>) {
    lists.set(book, (lists.get(book) ?? 0) + 1);
  }
  return lists;
}
