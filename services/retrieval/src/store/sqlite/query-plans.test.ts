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

/** Lines of the plan of a query, as this version of SQLite words them. */
function plan(source: string): string[] {
  const named = [...source.matchAll(/:([a-z]\w*)/gi)].map((match) => match[1] as string);
  const anonymous = source.replace(/--.*$/gm, '').split('?').length - 1;
  const params =
    named.length > 0
      ? [Object.fromEntries(named.map((param) => [param, null]))]
      : Array.from({ length: anonymous }, () => null);
  const rows = db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${source}`).all(...params);
  return rows.map(({ detail }) => detail);
}

/** What SQLite writes before the name of a table that a query must read whole; versions differ in it. */
const [SCAN = ''] = plan('SELECT * FROM chunks').map((line) => line.slice(0, line.indexOf('chunks')));

/** The large tables that a query reads row by row, also under another name. */
function scanned(name: QueryName): string[] {
  const source = QUERIES[name];
  const lines = plan(source).filter((line) => line.startsWith(SCAN));
  const read = new Set(lines.map((line) => /^\w+/.exec(line.slice(SCAN.length))?.[0]));
  return LARGE.filter((table) => {
    const aliases = [...source.matchAll(new RegExp(`\\b${table} AS (\\w+)`, 'g'))].map((match) => match[1]);
    return [table, ...aliases].some((alias) => read.has(alias));
  });
}

const names = (Object.keys(QUERIES) as QueryName[])
  .filter((name) => !name.startsWith('check-'))
  // Views of the full-text vocabulary that the serving process makes for itself.
  .filter((name) => !QUERIES[name].includes('temp.'))
  .sort();

test('a plan tells a table that is read whole from one that is searched', () => {
  assert.notEqual(SCAN, '');
  assert.ok(!plan('SELECT * FROM chunks WHERE id = 1').some((line) => line.startsWith(SCAN)));
});

test('no query reads a large table from end to end, but those meant to', () => {
  const scanning = names.filter((name) => scanned(name).length > 0);
  assert.deepEqual(scanning, WHOLE);
});
