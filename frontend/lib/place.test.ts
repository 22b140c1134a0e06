import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fingerprint, locate, parsePlace, sectionText } from './place.ts';

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

test('a place that did not move is found without searching', () => {
  assert.deepEqual(locate(TEXT, { start: 10, end: 26, quote: 'call me ishmael some years ago' }), {
    start: 10,
    end: 26,
    state: 'same',
  });
});

test('a quotation of two words has not moved either', () => {
  assert.equal(locate(TEXT, { start: 10, end: 17, quote: 'call me' }).state, 'same');
});

test('a place that moved is found by its words, the nearest of several', () => {
  assert.deepEqual(locate(TEXT, { start: 60, end: 75, quote: 'call me' }), {
    start: TEXT.lastIndexOf('Call'),
    end: TEXT.length,
    state: 'moved',
  });
  assert.deepEqual(locate(TEXT, { start: 2, end: 18, quote: 'call me ishmael' }), {
    start: 10,
    end: 26,
    state: 'moved',
  });
});

test('a place whose words are gone says so and shows the nearest', () => {
  assert.deepEqual(locate(TEXT, { start: 900, end: 950, quote: 'another text' }), {
    start: TEXT.length - 1,
    end: TEXT.length,
    state: 'lost',
  });
});

test('an address without words is taken at its word', () => {
  assert.equal(locate(TEXT, { start: 10, end: 26, quote: '' }).state, 'same');
});

test('a section’s text has its blocks at their offsets', () => {
  const block = { type: 'paragraph', level: 0 };
  assert.equal(
    sectionText([
      { ...block, start: 0, text: 'One.' },
      { ...block, start: 6, text: 'Two.' },
    ]),
    'One.\n\nTwo.',
  );
});
