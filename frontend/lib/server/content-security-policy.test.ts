import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentSecurityPolicy, hashesFor } from './content-security-policy.ts';

test('a page runs its own files, its nonce and its hashes, and nothing else', () => {
  const policy = contentSecurityPolicy('abc', ['sha256-x='], false);
  assert.match(policy, /script-src 'self' 'nonce-abc' 'sha256-x=';/);
  assert.match(policy, /^default-src 'none'/);
  assert.doesNotMatch(policy, /script-src[^;]*unsafe|https?:|\*/);
});

test('only development may evaluate code', () => {
  assert.match(contentSecurityPolicy('abc', [], true), /script-src [^;]*'unsafe-eval'/);
});

test('a path gets the hashes of its page and those of pages that any path may show, each once', () => {
  const known = { '/universe': ['a', 'b'], '*': ['b', 'c'] };
  assert.deepEqual(hashesFor('/universe', known), ['a', 'b', 'c']);
  assert.deepEqual(hashesFor('/universe/', known), ['a', 'b', 'c']);
  assert.deepEqual(hashesFor('/books/7', known), ['b', 'c']);
});
