import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostNameOf, hostNames, isOwnName } from './host-names.ts';

test('a name is read out of every form it comes in', () => {
  assert.equal(hostNameOf('Books.Example.org:8443'), 'books.example.org');
  assert.equal(hostNameOf('https://books.example.org'), 'books.example.org');
  assert.equal(hostNameOf('[::1]:8080'), '[::1]');
  for (const nothing of ['', ':80', 'a b', '://', 'x:99999999'])
    assert.equal(hostNameOf(nothing), '', nothing);
});

test('addresses and local names are answered, names that anybody can register are not', () => {
  for (const host of [
    'localhost:3000',
    '127.0.0.1:8080',
    '[::1]:80',
    '192.168.1.5',
    'retrieval:8080',
    'box.local',
    'box.lan',
    'app.localhost',
  ]) {
    assert.equal(isOwnName(host, []), true, host);
  }
  for (const host of [
    undefined,
    '',
    'rebound.example',
    'localhost.evil.example',
    'evil.example:80',
    '127.0.0.1.evil.example',
    'box.local.evil.example',
  ]) {
    assert.equal(isOwnName(host, []), false, String(host));
  }
});

test('names that were set are answered, with any port', () => {
  const own = hostNames(':80, books.example.org,https://other.example');
  assert.deepEqual(own, ['books.example.org', 'other.example']);
  assert.equal(isOwnName('books.example.org:8443', own), true);
  assert.equal(isOwnName('Books.Example.Org.', own), true);
  assert.equal(isOwnName('sub.books.example.org', own), false);
});
