import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences } from './compare.ts';

const ANSWER = {
  total: 2,
  results: [{ rank: 1, raw: 0.5, book: { id: 1, title: 'A' } }],
  tookMs: { total: 4 },
};

test('more fields, more entries and other times are no difference', () => {
  const now = {
    ...ANSWER,
    results: [{ ...ANSWER.results[0]!, note: '' }, { rank: 2 }],
    tookMs: { total: 9, embed: 1 },
  };
  assert.deepEqual(differences(ANSWER, now), []);
});

test('a field that is gone, another type and another value are named', () => {
  const now = { total: '2', results: [{ rank: 1, raw: 0.6, book: { id: 1 } }], tookMs: { total: 4 } };
  assert.deepEqual(differences(ANSWER, now), [
    '.total: was number, is string',
    '.results[0].raw: was 0.5, is 0.6',
    '.results[0].book.title: is gone',
  ]);
  assert.deepEqual(differences(ANSWER, { ...ANSWER, tookMs: { total: '4' } }), [
    '.tookMs.total: was number, is string',
  ]);
});

test('a problem may be reworded, a book may not be renamed', () => {
  const problem = { requestId: 'a', title: 'Old', code: 'not_found' };
  assert.deepEqual(differences(problem, { ...problem, title: 'New' }), []);
  assert.deepEqual(differences({ title: 'A' }, { title: 'B' }), ['.title: was "A", is "B"']);
});

test('another quotation of a passage is no difference, another topic is one', () => {
  const trace = (matchedKind: string, matched: string) => ({ matchedKind, matched });
  assert.deepEqual(differences(trace('passage', 'It began …'), trace('passage', '… the storm')), []);
  assert.deepEqual(differences(trace('topic', 'storms'), trace('topic', 'ships')), [
    '.matched: was "storms", is "ships"',
  ]);
});
