import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import type Database from 'better-sqlite3';
import { migrate, shippedMigrations } from './migrate.ts';
import { openWriter } from './open.ts';

let folder: string;
let db: Database.Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'libtrails-migrate-'));
  db = openWriter(folder);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const ONE = { version: 1, name: 'one', sql: 'CREATE TABLE one (x)' };
const TWO = { version: 2, name: 'two', sql: 'CREATE TABLE two (x)' };
const BROKEN = { version: 2, name: 'two', sql: 'CREATE TABLE two (x); CREATE TABLE one (x)' };

test('a new file gets every step, and a second run does nothing', () => {
  assert.deepEqual(
    migrate(db),
    shippedMigrations().map(({ name }) => name),
  );
  assert.deepEqual(migrate(db), []);
});

test('an older file gets the steps it lacks', () => {
  migrate(db, [ONE]);
  assert.deepEqual(migrate(db, [ONE, TWO]), ['two']);
});

test('a step that fails leaves the file as the step before left it', () => {
  migrate(db, [ONE]);
  assert.throws(() => migrate(db, [ONE, BROKEN]), /already exists/);
  assert.deepEqual(db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all(), ['one']);
  assert.deepEqual(migrate(db, [ONE, TWO]), ['two']);
});

test('a file of a newer program is refused and not touched', () => {
  migrate(db, [ONE, TWO]);
  assert.throws(() => migrate(db, [ONE]), { code: 'failed_precondition', message: /newer LibTrails/ });
});

test("another program's database is refused", () => {
  db.exec('CREATE TABLE recipes (x)');
  assert.throws(() => migrate(db), { code: 'failed_precondition', message: /not a LibTrails library/ });
});
