import assert from 'node:assert/strict';
import { test } from 'node:test';
import Database from 'better-sqlite3';
import * as sqliteVec from 'sqlite-vec';
import { migrate } from './migrate.ts';
import { QUERIES, type QueryName } from './queries/queries.ts';
import { registerWordFunctions } from './word-functions.ts';

/** Tables that grow with the library beyond some thousands of rows. */
const LARGE = [
  'chunks',
  'chunk_words',
  'topics',
  'chunk_topics',
  'book_topics',
  'topic_counts',
  'theme_books',
];

/** Queries that read a large table whole, on purpose. */
const WHOLE = [
  // Once a grouping, for the counts of themes.
  'catalogue-themes',
  // When another version of the program cut words otherwise.
  'fts-topics-insert-all',
  // Once at start.
  'mirror-chunk-books',
  // Each grouping recounts.
  'theme-books-clear',
  // Once a revision, when themes are listed.
  'theme-cards',
  // Recounted by hand.
  'topic-counts-clear',
  'topic-ids',
];

const db = new Database(':memory:');
sqliteVec.load(db);
registerWordFunctions(db);
migrate(db);

/** Names of what the plan of a query reads row by row. */
function scanned(name: QueryName): string[] {
  const source = QUERIES[name];
  const named = [...source.matchAll(/:([a-z]\w*)/gi)].map((match) => match[1] as string);
  const anonymous = source.replace(/--.*$/gm, '').split('?').length - 1;
  const params =
    named.length > 0
      ? [Object.fromEntries(named.map((param) => [param, null]))]
      : Array.from({ length: anonymous }, () => null);
  const rows = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source}`).all(...params);
  return rows.flatMap(({ detail }) => /^SCAN (\w+)/.exec(detail)?.[1] ?? []);
}

const names = (Object.keys(QUERIES) as QueryName[])
  .filter((name) => !name.startsWith('check-'))
  // Views of the full-text vocabulary that the serving process makes for itself.
  .filter((name) => !QUERIES[name].includes('temp.'))
  .sort();

test('no query reads a large table from end to end, but those meant to', () => {
  const scanning = names.filter((name) => scanned(name).some((table) => LARGE.includes(table)));
  assert.deepEqual(scanning, WHOLE);
});
