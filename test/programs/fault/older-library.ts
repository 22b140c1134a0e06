/** Turns a library file into one of the first schema, with the same content. */
import { renameSync, rmSync } from 'node:fs';
import { migrate, shippedMigrations } from '@libtrails/retrieval/store/sqlite/migrate';
import { openAlone } from '@libtrails/retrieval/store/sqlite/open';
import Database from 'better-sqlite3';

const VECTOR_KEYS = {
  books: 'book_id',
  chunks: 'chunk_id',
  topics: 'topic_id',
  phrases: 'phrase_id',
  themes: 'theme_id',
};
const FULL_TEXT = ['fts_books', 'fts_topics', 'fts_chunks'];

export function makeOlder(path: string): void {
  const older = `${path}.older`;
  new Database(older).close();
  const db = openAlone(older);
  db.pragma('foreign_keys = OFF');
  migrate(db, shippedMigrations().slice(0, 1));
  db.exec(`ATTACH '${path}' AS newer`);
  const tables = db
    .prepare(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' AND name NOT LIKE 'fts_%' AND name NOT LIKE 'vec_%' AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all() as string[];
  for (const table of tables) {
    const columns = (db.pragma(`main.table_info(${table})`) as { name: string }[])
      .map(({ name }) => name)
      .join(', ');
    db.exec(`INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM newer.${table}`);
  }
  // The older program made no posting lists.
  db.exec("DELETE FROM meta WHERE key = 'words'");
  for (const [name, key] of Object.entries(VECTOR_KEYS)) {
    db.exec(
      `INSERT INTO main.vec_${name} (${key}, embedding) SELECT ${key}, vec_int8(embedding) FROM newer.vec_${name}`,
    );
  }
  for (const table of FULL_TEXT) db.exec(`INSERT INTO main.${table} (${table}) VALUES ('rebuild')`);
  db.close();
  for (const ending of ['-wal', '-shm']) rmSync(path + ending, { force: true });
  renameSync(older, path);
}
