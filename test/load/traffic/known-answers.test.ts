import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchAnswer } from '../../test-stack.ts';
import { itemsOf, judge } from './known-answers.ts';

const answer = (ids: number[], over: Partial<SearchAnswer> = {}) =>
  ({
    relevant: true,
    degraded: false,
    degradedReasons: [],
    results: ids.map((id) => ({ book: { id } })),
    ...over,
  }) as unknown as SearchAnswer;
const whole = itemsOf(answer([1, 2, 3]));
const keywords = itemsOf(answer([2, 1]));

test('another order, another item or another relevance is wrong', () => {
  assert.equal(judge(answer([1, 2, 3]), whole, keywords), 'same');
  assert.equal(judge(answer([1, 3, 2]), whole, keywords), 'wrong');
  assert.equal(judge(answer([1, 2]), whole, keywords), 'wrong');
  assert.equal(judge(answer([1, 2, 3], { relevant: false }), whole, keywords), 'wrong');
});

test('keywords alone are right only when the answer says so', () => {
  assert.equal(judge(answer([2, 1]), whole, keywords), 'wrong');
  const degraded = { degraded: true, degradedReasons: ['away'] };
  assert.equal(judge(answer([2, 1], degraded), whole, keywords), 'keywords');
  assert.equal(judge(answer([3], { degraded: true }), whole, keywords), 'wrong');
});
