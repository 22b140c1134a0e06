import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ndcgAt10 } from './metrics.ts';

test('nDCG is 1 for the ideal order, lower for any other, 0 without a hit', () => {
  const relevance = new Map([
    ['x', 1],
    ['y', 1],
  ]);
  assert.equal(ndcgAt10(['x', 'y', 'z'], relevance), 1);
  assert.ok(ndcgAt10(['z', 'x', 'y'], relevance) < 1);
  assert.equal(ndcgAt10(['z'], relevance), 0);
});
