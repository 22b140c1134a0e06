import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { makePrivate } from './private-folder.ts';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test('a data folder of an earlier version is closed to others, with everything in it', (t) => {
  const place = mkdtempSync(join(tmpdir(), 'libtrails-test-'));
  t.after(() => rmSync(place, { recursive: true }));
  const data = join(place, 'data');
  const outside = join(place, 'outside');
  mkdirSync(join(data, 'backups'), { recursive: true });
  for (const file of [join(data, 'library.sqlite'), join(data, 'backups', 'old.sqlite'), outside]) {
    writeFileSync(file, 'x');
    chmodSync(file, 0o644);
  }
  chmodSync(data, 0o755);
  symlinkSync(outside, join(data, 'link'));
  makePrivate(data);
  assert.equal(modeOf(data), '700');
  assert.equal(modeOf(join(data, 'backups')), '700');
  assert.equal(modeOf(join(data, 'library.sqlite')), '600');
  assert.equal(modeOf(join(data, 'backups', 'old.sqlite')), '600');
  assert.equal(modeOf(outside), '644', 'a link is not followed');
});

test('a missing data folder is made for this user alone', (t) => {
  const place = mkdtempSync(join(tmpdir(), 'libtrails-test-'));
  t.after(() => rmSync(place, { recursive: true }));
  makePrivate(join(place, 'new'));
  assert.equal(modeOf(join(place, 'new')), '700');
});
