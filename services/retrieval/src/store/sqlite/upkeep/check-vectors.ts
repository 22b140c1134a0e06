/** Checks that every row that is compared by meaning has its vector, and that no vector stands without its row. */
import type Database from 'better-sqlite3';
import { DIMS } from '../int8-vector.ts';

interface VectorTable {
  table: string;
  key: string;
  /** The ids that must have a vector. */
  owners: string;
}

const TABLES: readonly VectorTable[] = [
  { table: 'vec_books', key: 'book_id', owners: 'SELECT id FROM books' },
  { table: 'vec_chunks', key: 'chunk_id', owners: 'SELECT id FROM chunks WHERE searchable = 1' },
  { table: 'vec_topics', key: 'topic_id', owners: "SELECT id FROM topics WHERE kind <> 'name'" },
  { table: 'vec_phrases', key: 'phrase_id', owners: 'SELECT id FROM phrases' },
  { table: 'vec_themes', key: 'theme_id', owners: 'SELECT id FROM themes' },
];

/** One step a table. */
export function checkVectors(db: Database.Database): [what: string, find: () => Iterable<string>][] {
  return TABLES.map((one) => [one.table, () => checkTable(db, one)]);
}

function* checkTable(db: Database.Database, { table, key, owners }: VectorTable): Generator<string> {
  const ids = db.prepare(owners).pluck();
  let highest = 0;
  for (const id of ids.iterate() as IterableIterator<number>) highest = Math.max(highest, id);
  // A byte for each id: libraries have a million topics.
  const wanted = new Uint8Array(highest + 1);
  for (const id of ids.iterate() as IterableIterator<number>) wanted[id] = 1;
  const rows = db.prepare(`SELECT ${key}, embedding FROM ${table}`).raw();
  for (const [id, embedding] of rows.iterate() as IterableIterator<[number, Buffer]>) {
    if (wanted[id] !== 1) yield `${table}: a vector of ${id}, which is not there`;
    else wanted[id] = 0;
    if (embedding.length !== DIMS) yield `${table}: the vector of ${id} has ${embedding.length} bytes`;
  }
  for (let id = 0; id <= highest; id += 1) if (wanted[id] === 1) yield `${table}: no vector of ${id}`;
}
