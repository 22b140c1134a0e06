import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { snapshot, test } from 'node:test';
import Database from 'better-sqlite3';
import * as sqliteVec from 'sqlite-vec';
import { migrate } from './migrate.ts';
import { querySource } from './statements.ts';

snapshot.setDefaultSnapshotSerializers([(plans) => String(plans)]);

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
  // Once at start.
  'mirror-chunk-books',
  // Each grouping counts anew.
  'theme-books-clear',
  // Once a revision, when themes are listed.
  'theme-cards',
  // Counted anew by hand.
  'topic-counts-clear',
  'topic-ids',
];

const db = new Database(':memory:');
sqliteVec.load(db);
migrate(db);

interface PlanRow {
  id: number;
  parent: number;
  detail: string;
}

/** The plan as an indented tree. */
function planOf(name: string): string {
  const rows = db.prepare<unknown[], PlanRow>(`EXPLAIN QUERY PLAN ${querySource(name)}`);
  const named = [...querySource(name).matchAll(/:([a-z]\w*)/gi)].map((match) => match[1] as string);
  const anonymous = querySource(name).replace(/--.*$/gm, '').split('?').length - 1;
  const params =
    named.length > 0
      ? [Object.fromEntries(named.map((param) => [param, null]))]
      : Array.from({ length: anonymous }, () => null);
  const depth = new Map<number, number>([[0, 0]]);
  return rows
    .all(...params)
    .map(({ id, parent, detail }) => {
      const level = depth.get(parent) ?? 0;
      depth.set(id, level + 1);
      return `${'  '.repeat(level)}${detail}`;
    })
    .join('\n');
}

const names = readdirSync(new URL('./queries/', import.meta.url))
  .filter((file) => file.endsWith('.sql') && !file.startsWith('check-'))
  .map((file) => file.slice(0, -'.sql'.length))
  // Views of the full-text vocabulary that the serving process makes for itself.
  .filter((name) => !querySource(name).includes('temp.'))
  .sort();

test('no query reads a large table from end to end, but those meant to', () => {
  const scan = new RegExp(`SCAN (?:${LARGE.join('|')})\\b`);
  const scanning = names.filter((name) => scan.test(planOf(name)));
  assert.deepEqual(scanning, WHOLE);
});

// After a change of a query or the schema: node --test --test-update-snapshots, and look at what changed.
test('plans of reading queries are those that were reviewed', (t) => {
  const reading = names.filter((name) => /^(?:--.*\n)*(?:SELECT|WITH)\b/.test(querySource(name)));
  const plans = reading.map((name) => [name, planOf(name)] as const);
  t.assert.snapshot(plans.map(([name, plan]) => `${name}\n${plan.replace(/^/gm, '  ')}`).join('\n\n'));
});
