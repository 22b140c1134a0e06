import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSearchable } from './live-query.ts';

test('typing becomes a search from two characters, or from one that is a word', () => {
  assert.deepEqual(['', ' a ', 'ab', '海', '😀'].map(isSearchable), [false, false, true, true, false]);
});
