import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bytes, duration, languageName, milliseconds, ordinal, percent, plural } from './format.ts';

test('ordinals know the teens', () => {
  assert.deepEqual([1, 2, 3, 4, 11, 12, 13, 21, 102, 111].map(ordinal), [
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '102nd',
    '111th',
  ]);
});

test('counts agree with their noun', () => {
  assert.equal(plural(1, 'book'), '1 book');
  assert.equal(plural(1200, 'book'), '1,200 books');
});

test('sizes, times and shares are short', () => {
  assert.deepEqual([0, 999, 1500, 41_200_000, 2_300_000_000].map(bytes), [
    '0 B',
    '999 B',
    '1.5 kB',
    '41 MB',
    '2.3 GB',
  ]);
  assert.deepEqual([5, 125, 8123, 300_000].map(duration), ['5 s', '2 min', '2 h 15 min', '3 days']);
  assert.deepEqual([0.84, 38.4].map(milliseconds), ['0.8 ms', '38 ms']);
  assert.equal(percent(0.413), '41%');
});

test('an unknown language keeps its code', () => {
  assert.equal(languageName('de'), 'German');
  assert.equal(languageName('x!'), 'x!');
});
