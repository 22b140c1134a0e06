import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fingerprint, parsePlace, sectionText, standsAt } from './place.ts';

const TEXT = 'LOOMINGS\n\nCall me Ishmael. Some years ago, never mind how long precisely.\nCall me a taxi.';

test('a fingerprint has whole words of the beginning, at most 32 units', () => {
  assert.equal(fingerprint('“Call me Ishmael. Some years ago—never mind'), 'call me ishmael some years ago');
  assert.equal(fingerprint('  …!'), '');
});

test('a fingerprint of a script without spaces is cut', () => {
  assert.equal(fingerprint('字'.repeat(50)).length, 32);
});

test('an address without a proper range is no place', () => {
  for (const at of ['', '5', '9-9', '9-3', '-4-5', 'a-b', '1-99999999999'])
    assert.equal(parsePlace(new URLSearchParams({ at })), undefined, at);
  assert.deepEqual(parsePlace(new URLSearchParams({ at: '3-9', quote: 'Call me' })), {
    start: 3,
    end: 9,
    quote: 'call me',
  });
});

test('a place stands where its words are, and only there', () => {
  assert.ok(standsAt(TEXT, { start: 10, end: 26, quote: 'call me ishmael some years ago' }));
  assert.ok(standsAt(TEXT, { start: 10, end: 17, quote: 'call me' }), 'a quotation of two words');
  assert.ok(!standsAt(TEXT, { start: 12, end: 28, quote: 'call me ishmael' }));
  assert.ok(!standsAt(TEXT, { start: 10, end: 17, quote: 'call m' }), 'half a word');
});

test('an address without words is taken at its word, within the text', () => {
  assert.ok(standsAt(TEXT, { start: 10, end: 26, quote: '' }));
  assert.ok(!standsAt(TEXT, { start: 900, end: 950, quote: '' }));
});

test('a section’s text has its blocks at their offsets', () => {
  const block = { type: 'paragraph' as const, level: 0 };
  assert.equal(
    sectionText([
      { ...block, start: 0, text: 'One.' },
      { ...block, start: 6, text: 'Two.' },
    ]),
    'One.\n\nTwo.',
  );
});
