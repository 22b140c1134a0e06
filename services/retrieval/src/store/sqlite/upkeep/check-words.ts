/** Checks the posting lists of each book against its text, and that there are none of books that are gone. */
import type Database from 'better-sqlite3';
import { bookWords } from '../../../words/book-words.ts';
import { Statements } from '../statements.ts';

/** Problems with `chunk_words`. Quick: only whose they are. Holds the words of one book at a time. */
export function* checkWords(db: Database.Database, quick: boolean): Generator<string> {
  const lists = listsOfBooks(db);
  const books = db.prepare('SELECT id, chunks FROM books').raw().all() as [id: number, passages: number][];
  const texts = db.prepare('SELECT id, text FROM chunks WHERE book_id = ? AND searchable = 1 ORDER BY id');
  const statements = new Statements(db);
  const stored = statements.get<Buffer>('search-words-of-book', 'value');
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
      if (stored.get({ book, stem })?.equals(postings) !== true)
        yield `words: the passages of "${stem}" in book ${book}`;
    }
    if (found === wanted.size) continue;
    for (const stem of statements.get<string>('check-stems-of-book', 'value').all({ book })) {
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
