/**
 * The sqlite-vec tables. They are made with the first book of a library, with the dimensions of the model that its
 * vectors come from; the empty ones that a new file begins with (migrations) are only there to be read.
 */
import { LibTrailsError } from '@libtrails/common/errors';
import type Database from 'better-sqlite3';

/** Each table, its key, and whether its vectors are read one by one. */
const TABLES = [
  { name: 'vec_chunks', key: 'chunk_id', singly: true },
  { name: 'vec_topics', key: 'topic_id', singly: true },
  { name: 'vec_phrases', key: 'phrase_id', singly: false },
  { name: 'vec_books', key: 'book_id', singly: false },
  { name: 'vec_themes', key: 'theme_id', singly: false },
] as const;

/** What a page of 4,096 bytes holds of a block, beside SQLite's own bytes. */
const PAGE_ROOM = 4_000;
/** sqlite-vec's blocks are multiples of this many rows. */
const BLOCK_STEP = 8;

/** Rows of a block that fits in a page of the file, or of the smallest block there is. */
function rowsInPage(dims: number): number {
  return Math.max(1, Math.floor(PAGE_ROOM / (dims * BLOCK_STEP))) * BLOCK_STEP;
}

/** Makes the tables of a library that has no book, in place of those of the model it was made for before. */
export function createVectorTables(db: Database.Database, dims: number): void {
  for (const { name, key, singly } of TABLES) {
    const block = singly ? `, chunk_size=${rowsInPage(dims)}` : '';
    db.exec(
      `DROP TABLE ${name};
       CREATE VIRTUAL TABLE ${name} USING vec0 (${key} INTEGER PRIMARY KEY, embedding INT8[${dims}] distance_metric=cosine${block})`,
    );
  }
}

/**
 * Checks that the library's vectors have the length that this process works with. A library without books fits any.
 * @throws LibTrailsError failed_precondition that names the model and the setting
 */
export function requireDims(db: Database.Database, dims: number): void {
  const fingerprint = db
    .prepare<[], string>("SELECT value FROM meta WHERE key = 'fingerprint'")
    .pluck()
    .get();
  if (fingerprint === undefined) return;
  const sql = db.prepare<[], string>("SELECT sql FROM sqlite_master WHERE name = 'vec_books'").pluck().get();
  const found = Number(/INT8\[(\d+)\]/i.exec(sql ?? '')?.[1]);
  if (found === dims) return;
  throw new LibTrailsError(
    'failed_precondition',
    `The library's vectors have ${found} dimensions and were made with "${fingerprint}"; the model profile of this process has ${dims}. Set LIBTRAILS_PROFILE to that model's profile, or LIBTRAILS_DATA to another folder.`,
  );
}
