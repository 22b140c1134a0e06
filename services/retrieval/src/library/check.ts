/** Checks that the library file is whole: indexes, vectors, counts and references agree with each other. */
import type Database from 'better-sqlite3';
import { bookWords } from '../words/book-words.ts';
import { DIMS } from './int8-vector.ts';
import { Statements } from './statements.ts';

/** Vector table → the ids that must have a vector. */
const VECTOR_OWNERS = {
  vec_books: 'SELECT id FROM books',
  vec_chunks: 'SELECT id FROM chunks WHERE searchable = 1',
  vec_topics: "SELECT id FROM topics WHERE kind <> 'name'",
  vec_phrases: 'SELECT id FROM phrases',
  vec_themes: 'SELECT id FROM themes',
} as const;

const KEY_COLUMNS = {
  vec_books: 'book_id',
  vec_chunks: 'chunk_id',
  vec_topics: 'topic_id',
  vec_phrases: 'phrase_id',
  vec_themes: 'theme_id',
} as const;

/** Each query finds what must not be there. */
const FAULTS = [
  'check-unused-topics',
  'check-uncounted-topics',
  'check-merge-chains',
  'check-book-topics',
  'check-theme-books',
  'check-themes',
  'check-domains',
  'check-books-without-source',
  'check-chunk-order',
] as const;

/**
 * What is wrong with the file, in words; empty if nothing is. Reads all of it, so it takes its time. Needs a
 * writing connection, because FTS5's integrity check is an INSERT (which changes nothing).
 */
export function checkLibrary(db: Database.Database): string[] {
  const problems: string[] = [];
  const integrity = db.pragma('integrity_check') as { integrity_check: string }[];
  for (const { integrity_check: message } of integrity) {
    if (message !== 'ok') problems.push(`integrity: ${message}`);
  }
  for (const row of db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]) {
    problems.push(`${row.table} ${row.rowid} refers to a missing row of ${row.parent}`);
  }
  for (const table of ['fts_books', 'fts_topics', 'fts_chunks']) {
    try {
      // Rank 1 compares the index with the content table, row by row.
      db.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`);
    } catch (error) {
      problems.push(`${table}: ${error instanceof Error ? error.message : error}`);
    }
  }
  for (const table of Object.keys(VECTOR_OWNERS) as (keyof typeof VECTOR_OWNERS)[]) {
    problems.push(...checkVectors(db, table));
  }
  problems.push(...checkWords(db));
  const statements = new Statements(db);
  for (const fault of FAULTS) {
    const found = statements.get(fault).all();
    if (found.length > 0) {
      problems.push(`${fault.slice('check-'.length)}: ${found.length}, first ${JSON.stringify(found[0])}`);
    }
  }
  return problems;
}

/** The posting lists of each book against its text, and none of books that are gone. */
function checkWords(db: Database.Database): string[] {
  const stored = new Map<number, Map<string, Buffer>>();
  const rows = db.prepare('SELECT book_id, stem, postings FROM chunk_words').raw();
  for (const [book, stem, postings] of rows.iterate() as IterableIterator<[number, string, Buffer]>) {
    const ofBook = stored.get(book) ?? new Map<string, Buffer>();
    stored.set(book, ofBook.set(stem, postings));
  }
  const problems: string[] = [];
  const texts = db
    .prepare('SELECT id, text FROM chunks WHERE book_id = ? AND searchable = 1 ORDER BY id')
    .raw();
  for (const book of db.prepare('SELECT id FROM books').pluck().all() as number[]) {
    const ofBook = stored.get(book) ?? new Map<string, Buffer>();
    stored.delete(book);
    for (const [stem, postings] of bookWords(texts.all(book) as [number, string][])) {
      if (ofBook.get(stem)?.equals(postings) !== true)
        problems.push(`the passages of "${stem}" in book ${book}`);
      ofBook.delete(stem);
    }
    for (const stem of ofBook.keys()) problems.push(`"${stem}" stands nowhere in book ${book}`);
  }
  for (const book of stored.keys()) problems.push(`words of book ${book}, which is not there`);
  return problems;
}

function checkVectors(db: Database.Database, table: keyof typeof VECTOR_OWNERS): string[] {
  const wanted = new Set(db.prepare(VECTOR_OWNERS[table]).pluck().all() as number[]);
  const problems: string[] = [];
  const rows = db.prepare(`SELECT ${KEY_COLUMNS[table]}, embedding FROM ${table}`).raw();
  for (const [id, embedding] of rows.iterate() as IterableIterator<[number, Buffer]>) {
    if (!wanted.delete(id)) problems.push(`${table}: a vector of ${id}, which is not there`);
    if (embedding.length !== DIMS)
      problems.push(`${table}: the vector of ${id} has ${embedding.length} bytes`);
  }
  for (const id of wanted) problems.push(`${table}: no vector of ${id}`);
  return problems;
}
