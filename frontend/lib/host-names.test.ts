import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostNames, isOwnName } from './host-names.ts';

test('addresses, local names and the names that were set are answered, no other', () => {
  const own = hostNames(':80, books.example.org,https://other.example');
  assert.deepEqual(own, ['books.example.org', 'other.example']);
  for (const host of [
    'localhost:3000',
    '127.0.0.1:3000',
    '[::1]:80',
    'web:3000',
    'box.local',
    'box.lan',
    'books.example.org:8443',
  ]) {
    assert.equal(isOwnName(host, own), true, host);
  }
  for (const host of [null, '', 'rebound.example', '127.0.0.1.evil.example', 'sub.books.example.org']) {
    assert.equal(isOwnName(host, own), false, String(host));
  }
});
