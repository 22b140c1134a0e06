import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pageLabel } from './page-label.ts';

test('a label is what a reader would cite', () => {
  for (const [said, label] of [
    ['12', '12'],
    [' Page 12. ', '12'],
    ['p. xiv', 'xiv'],
    ['pg12', 'pg12'],
    ['[12]', '12'],
    ['(iv)', 'iv'],
    ['S. 7', '7'],
    ['Seite 7', '7'],
    ['12 of 300', '12'],
    ['A-3', 'A-3'],
    ['٣', '٣'],
    ['', ''],
    ['Page', ''],
    ['The page on which the story of the harbour begins', ''],
  ] as const) {
    assert.equal(pageLabel(said), label, said);
  }
});
