/** Checks that the library file is whole: indexes, vectors, counts and references agree with each other. */

import type Database from 'better-sqlite3';
import type { QueryName } from '../queries/queries.ts';
import { Statements } from '../statements.ts';
import { checkVectors } from './check-vectors.ts';
import { checkWords } from './check-words.ts';

/** Each query finds what must not be there. */
const FAULTS = [
  'check-fingerprint',
  'check-books-without-source',
  'check-chunk-order',
  'check-unused-topics',
  'check-merge-chains',
  'check-themes',
  'check-domains',
] as const;

/** These count everything from scratch. */
const RECOUNTS = ['check-uncounted-topics', 'check-book-topics', 'check-theme-books'] as const;

/** Full-text index → the rows that it indexes. */
const FULL_TEXT = [
  ['fts_books', 'books'],
  ['fts_topics', 'searchable_topics'],
  ['fts_chunks', 'searchable_chunks'],
] as const;

/** Of one kind; a damaged file may have thousands of the same. */
const MAX_SHOWN = 10;

export interface CheckOptions {
  /** Pages, references, and rows against rows; texts are not read again and nothing is counted from scratch. */
  quick?: boolean | undefined;
  /** Called before each step; what it throws ends the check. */
  onStep?: (() => void) | undefined;
}

/**
 * What is wrong with the file, in words; empty if nothing is. Reads all of it, so it takes its time. Needs a
 * writing connection, because FTS5's integrity check is an INSERT (which changes nothing).
 */
export function checkLibrary(db: Database.Database, { quick = false, onStep }: CheckOptions = {}): string[] {
  const statements = new Statements(db);
  const steps: [what: string, find: () => Iterable<string>][] = [
    ['integrity', () => checkPages(db)],
    ['references', () => checkReferences(db)],
    ...checkVectors(db),
    ['words', () => checkWords(db, quick)],
    ...FAULTS.map((name): [string, () => string[]] => [name, () => findFault(statements, name)]),
  ];
  for (const [table, content] of FULL_TEXT) steps.push([table, () => countFullText(db, table, content)]);
  if (!quick) {
    for (const [table] of FULL_TEXT) steps.push([table, () => checkFullText(db, table)]);
    for (const name of RECOUNTS) steps.push([name, () => findFault(statements, name)]);
  }
  return steps.flatMap(([what, find]) => {
    onStep?.();
    return few(what, find);
  });
}

/** The first of what a step finds, and how many more there are; a step that can't be done is a fault itself. */
function few(what: string, find: () => Iterable<string>): string[] {
  const shown: string[] = [];
  let found = 0;
  try {
    for (const problem of find()) if (++found <= MAX_SHOWN) shown.push(problem);
  } catch (error) {
    shown.push(`${what}: can't be read (${error instanceof Error ? error.message : error})`);
  }
  if (found > MAX_SHOWN) shown.push(`${what}: ${found - MAX_SHOWN} more of the same kind`);
  return shown;
}

function checkPages(db: Database.Database): string[] {
  const rows = db.pragma('integrity_check') as { integrity_check: string }[];
  const messages = rows.flatMap(({ integrity_check: text }) => text.split('\n'));
  const faults = messages.filter((text) => text !== 'ok' && !text.startsWith('*** in database'));
  return faults.map((text) => `integrity: ${nameTree(db, text)}`);
}

/** "Tree 12 page 40: ..." says the number of a table's first page: its name tells more. */
function nameTree(db: Database.Database, message: string): string {
  return message.replace(/^Tree (\d+)/, (tree, root) => {
    const name = db.prepare('SELECT name FROM sqlite_schema WHERE rootpage = ?').pluck().get(Number(root));
    return name === undefined ? tree : `${name} (tree ${root})`;
  });
}

function checkReferences(db: Database.Database): string[] {
  const rows = db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[];
  return rows.map(({ table, rowid, parent }) => `${table} ${rowid} refers to a missing row of ${parent}`);
}

function countFullText(db: Database.Database, table: string, content: string): string[] {
  const count = (from: string) => db.prepare(`SELECT count(*) FROM ${from}`).pluck().get() as number;
  const [indexed, rows] = [count(`${table}_docsize`), count(content)];
  return indexed === rows ? [] : [`${table}: ${indexed} rows are indexed, there are ${rows}`];
}

function checkFullText(db: Database.Database, table: string): string[] {
  try {
    // Rank 1 compares the index with the content table, row by row.
    db.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`);
    return [];
  } catch (error) {
    return [`${table}: ${error instanceof Error ? error.message : error}`];
  }
}

function findFault(statements: Statements, name: QueryName): string[] {
  const found = statements.get(name).all();
  return found.length === 0
    ? []
    : [`${name.slice('check-'.length)}: ${found.length}, first ${JSON.stringify(found[0])}`];
}
