import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPENING_LENGTH, openingOf } from './opening.ts';

test('an opening is the first letters and digits of a text, and nothing of its typography', () => {
  assert.equal(openingOf('Call me Ishmael. Some years ago—never mind'), 'call-me-ishmael-some-years-ago-n');
  assert.equal(openingOf('“Gracián’s Été, 1647”'), 'gracian-s-ete-1647');
  assert.equal(openingOf('"Gracian\'s\n  été – 1647"'), openingOf('“Gracián’s Été, 1647”'));
});

test('an opening is never longer than 32 characters, and empty for a text without words', () => {
  assert.equal(openingOf('x'.repeat(500)).length, OPENING_LENGTH);
  assert.equal(openingOf('* * *'), '');
});
