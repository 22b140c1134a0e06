import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ndcgAt10, summarise } from './metrics.ts';

test('figures are averaged by group, so that a book with many rows does not weigh more', () => {
  const figures = summarise([
    { group: 'a', rank: 1 },
    { group: 'a', rank: 1 },
    { group: 'a', rank: 1 },
    { group: 'b', rank: 0 },
  ]);
  assert.equal(figures.recallAt1, 0.5);
  assert.equal(figures.mrrAt10, 0.5);
});

test('a right answer beyond the tenth place counts for nothing', () => {
  const figures = summarise([
    { group: 'a', rank: 11 },
    { group: 'b', rank: 4 },
  ]);
  assert.deepEqual([figures.recallAt1, figures.recallAt10, figures.mrrAt10], [0, 0.5, 0.125]);
});

test('nDCG is 1 for the ideal order, lower for any other, 0 without a hit', () => {
  const relevance = new Map([
    ['x', 1],
    ['y', 1],
  ]);
  assert.equal(ndcgAt10(['x', 'y', 'z'], relevance), 1);
  assert.ok(ndcgAt10(['z', 'x', 'y'], relevance) < 1);
  assert.equal(ndcgAt10(['z'], relevance), 0);
});
