import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Passage, SearchAnswer } from '../model.ts';
import { hitSteps, hitsBySection, hitsInOrder } from './hits.ts';

function hit(id: number, section: number, start: number): Passage {
  return {
    id,
    bookId: 1,
    section: { index: section, title: '', kind: 'body' },
    start,
    end: start + 100,
    text: '',
    highlights: [],
    position: 0,
    opening: '',
    sentences: [],
    pages: [],
    page: '',
  };
}

const HITS = [hit(1, 2, 0), hit(2, 2, 300), hit(3, 7, 50)];
const answerOf = (passages: Passage[], relevant = true) =>
  ({ relevant, results: passages.map((passage) => ({ passage })) }) as unknown as SearchAnswer;

test('hits are gone through in reading order, not by rank', () => {
  assert.deepEqual(hitsInOrder(answerOf([hit(3, 7, 50), hit(2, 2, 300), hit(1, 2, 0)])), HITS);
});

test('noise is no hit', () => {
  assert.deepEqual(hitsInOrder(answerOf(HITS, false)), []);
});

test('at a hit, the steps lead to the ones beside it', () => {
  assert.deepEqual(hitSteps(HITS, 2, { start: 310, end: 350 }), {
    current: 1,
    previous: HITS[0],
    next: HITS[2],
  });
  assert.deepEqual(hitSteps(HITS, 2, { start: 0, end: 100 }), {
    current: 0,
    previous: undefined,
    next: HITS[1],
  });
});

test('between hits, the steps lead to the nearest before and behind', () => {
  assert.deepEqual(hitSteps(HITS, 4, { start: 0, end: 10 }), {
    current: -1,
    previous: HITS[1],
    next: HITS[2],
  });
  assert.deepEqual(hitSteps(HITS, 9, { start: 0, end: 10 }), {
    current: -1,
    previous: HITS[2],
    next: undefined,
  });
});

test('hits stand under their sections', () => {
  assert.deepEqual(
    hitsBySection(HITS).map(({ section, hits }) => [section?.index, hits.length]),
    [
      [2, 2],
      [7, 1],
    ],
  );
});
