import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SearchAnswer } from '../../../test-stack.ts';
import { itemsOf, judge, judgePage } from './known-answers.ts';

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

test('a page that has no answer to show is none, whatever its status', () => {
  const page = (problem: string) =>
    `<script>push([1,"{\\"outcome\\":{\\"ok\\":false,\\"problem\\":${problem}}}"])</script>`;
  assert.equal(judgePage(200, '<article>'), 'same');
  assert.equal(judgePage(200, page('{\\"code\\":\\"unavailable\\",\\"message\\":\\"\\"}')), 'failed');
  assert.equal(judgePage(200, page('{\\"code\\":\\"resource_exhausted\\"}')), 'refused');
  assert.equal(judgePage(503, ''), 'refused');
  assert.equal(judgePage(502, ''), 'failed');
});
