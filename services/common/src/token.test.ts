import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadServiceKey, loadToken } from './token.ts';

const folder = () => mkdtempSync(join(tmpdir(), 'libtrails-token-'));

test('a token in the environment wins over the file', () => {
  assert.equal(loadToken({ LIBTRAILS_TOKEN: 'given', LIBTRAILS_TOKEN_FILE: '/nowhere' }), 'given');
});

test('the first start makes a key that the next one and other services read', () => {
  const file = join(folder(), 'token');
  const made = loadServiceKey(file, { create: true });
  assert.ok(made !== undefined && made.length >= 43);
  assert.equal(loadServiceKey(file, { create: true }), made);
  assert.equal(loadToken({ LIBTRAILS_TOKEN_FILE: file }), made);
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.equal(readFileSync(file, 'utf8').trim(), made);
});

test('an empty key file is an error, not an open service', () => {
  const file = join(folder(), 'token');
  writeFileSync(file, '\n');
  assert.throws(() => loadServiceKey(file, { create: true }), /is empty/);
  assert.throws(() => loadToken({ LIBTRAILS_TOKEN_FILE: file }), /is empty/);
});

test('without either there is no token', () => {
  assert.equal(loadToken({}), undefined);
});
