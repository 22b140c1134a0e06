import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageNumbers } from './page-numbers.ts';

test('few pages are all there', () => {
  assert.deepEqual(pageNumbers(1, 1), [1]);
  assert.deepEqual(pageNumbers(3, 5), [1, 2, 3, 4, 5]);
});

test('many pages have gaps, and no gap hides a single page', () => {
  assert.deepEqual(pageNumbers(6, 20), [1, -5, 5, 6, 7, -20, 20]);
  assert.deepEqual(pageNumbers(1, 4), [1, 2, 3, 4]);
  for (let page = 1; page <= 30; page += 1) {
    const shown = pageNumbers(page, 30);
    assert.ok(shown.includes(1) && shown.includes(page) && shown.includes(30), String(shown));
    assert.equal(new Set(shown).size, shown.length);
  }
});
