import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseRecent, withSearch } from './recent-searches.ts';

test('a search comes to the head of the list, once, whatever its case', () => {
  assert.deepEqual(withSearch(['sea', 'Dragons'], 'dragons'), ['dragons', 'sea']);
});

test('the list keeps ten', () => {
  const many = Array.from({ length: 10 }, (_, i) => `q${i}`);
  assert.equal(withSearch(many, 'new').length, 10);
  assert.equal(withSearch(many, 'new')[0], 'new');
});

test('what is stored wrongly, or switched off, is no list', () => {
  for (const raw of [null, 'off', '{', '"sea"', '[1, null]']) assert.deepEqual(parseRecent(raw), []);
});
