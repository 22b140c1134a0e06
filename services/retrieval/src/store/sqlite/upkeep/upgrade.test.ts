import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import type Database from 'better-sqlite3';
import { migrate, shippedMigrations } from '../migrate.ts';
import { openAlone, openWriter } from '../open.ts';
import { restoreLibrary } from './restore.ts';
import { upgrade } from './upgrade.ts';

let folder: string;
let db: Database.Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'libtrails-upgrade-'));
  db = openWriter(folder);
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

const SHIPPED = shippedMigrations();
const next = (sql: string) => [...SHIPPED, { version: SHIPPED.length + 1, name: 'next', sql }];
const copies = () => readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.sqlite'));

test('a new library is made without a copy of nothing', async () => {
  assert.equal(await upgrade(db, folder), undefined);
  assert.equal(await upgrade(db, folder), undefined);
});

test('an older library is kept as it was, and can be gone back to', async () => {
  migrate(db);
  db.exec("INSERT INTO meta VALUES ('revision', '7')");
  const copy = await upgrade(db, folder, next('DROP TABLE covers;'));
  const before = openAlone(copy ?? assert.fail('no copy'));
  assert.equal(before.pragma('user_version', { simple: true }), SHIPPED.length);
  assert.equal(before.prepare('SELECT count(*) FROM covers').pluck().get(), 0);
  before.close();
  db.close();
  restoreLibrary(folder, copy ?? '');
  db = openWriter(folder);
  assert.equal(db.prepare('SELECT count(*) FROM covers').pluck().get(), 0);
});

test('a step that fails leaves the library as it was; of many upgrades two copies stay', async () => {
  migrate(db);
  for (let tries = 0; tries < 3; tries += 1) {
    await assert.rejects(upgrade(db, folder, next('CREATE TABLE books (x)')), /already exists/);
  }
  assert.equal(db.pragma('user_version', { simple: true }), SHIPPED.length);
  assert.equal(copies().length, 2);
});
