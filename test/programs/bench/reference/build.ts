/** Makes the reference's file from a grown library and the float32 vectors beside it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { libraryPath } from '@libtrails/retrieval/store/sqlite/open';
import Database from 'better-sqlite3';
import * as sqliteVec from 'sqlite-vec';
import { readFloatRows, rowAt, type VectorKind } from '../libraries/float-rows.ts';

export const REFERENCE_FILE = 'reference.sqlite';

const VECTOR_TABLES: Record<VectorKind, string> = {
  topics: 'topic_vectors',
  chunks: 'chunk_vectors',
  phrases: 'book_theme_vectors',
  books: 'book_vectors',
};

const CONTENT = `
INSERT INTO books SELECT id, title, author_text, description, subject_text FROM library.books;
INSERT INTO chunks SELECT id, book_id, text FROM library.chunks WHERE searchable = 1;
INSERT INTO topics SELECT id, label FROM library.topics WHERE kind <> 'name';
INSERT INTO book_topics SELECT topic_id, book_id, count FROM library.book_topics WHERE topic_id IN (SELECT id FROM topics);
INSERT INTO book_themes SELECT id, book_id, label, rank FROM library.phrases;
INSERT INTO books_fts (books_fts) VALUES ('rebuild');
INSERT INTO topics_fts (topics_fts) VALUES ('rebuild');
INSERT INTO chunks_fts (chunks_fts) VALUES ('rebuild');
INSERT INTO books_fts (books_fts) VALUES ('optimize');
INSERT INTO topics_fts (topics_fts) VALUES ('optimize');
INSERT INTO chunks_fts (chunks_fts) VALUES ('optimize');
`;

/** Writes `folder`/reference.sqlite: the same books, chunks, topics and vectors as `folder`/library.sqlite. */
export function buildReference(folder: string): void {
  const db = new Database(join(folder, REFERENCE_FILE));
  sqliteVec.load(db);
  db.pragma('journal_mode = OFF');
  db.pragma('synchronous = OFF');
  db.pragma(`cache_size = -${512 * 1024}`);
  db.exec(readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'));
  db.prepare('ATTACH ? AS library').run(libraryPath(folder));
  db.transaction(() => db.exec(CONTENT))();
  for (const kind of Object.keys(VECTOR_TABLES) as VectorKind[]) {
    const rows = readFloatRows(folder, kind);
    const insert = db.prepare(`INSERT INTO ${VECTOR_TABLES[kind]} (id, embedding) VALUES (?, ?)`);
    db.transaction(() => {
      for (const [i, id] of rows.ids.entries()) insert.run(BigInt(id), rowAt(rows, i));
    })();
  }
  db.exec('DETACH library');
  db.close();
}
