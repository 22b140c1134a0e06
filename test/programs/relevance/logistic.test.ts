import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fitLogistic, type Labelled, weighedSum } from './logistic.ts';

const example = (value: number, good: boolean, weight = 1): Labelled => ({
  values: [1, value],
  good,
  weight,
});

test('what is good beyond a line is told from what is not', () => {
  const examples = Array.from({ length: 40 }, (_, i) => example(i / 10, i >= 20));
  const weights = fitLogistic(examples);
  for (const { values, good } of examples)
    assert.equal(weighedSum(weights, values) > 0, good, String(values));
});

test('without anything to tell them by, the constant says how many are good, by their weights', () => {
  const [constant = 0] = fitLogistic([example(0, true, 3), example(0, false, 1)]);
  assert.ok(Math.abs(1 / (1 + Math.exp(-constant)) - 0.75) < 1e-6);
});

test('weights stay bounded where a line parts all examples', () => {
  const [, weight = 0] = fitLogistic([example(-1, false), example(1, true)]);
  assert.ok(weight > 0 && weight < 5, String(weight));
});

test('nothing to fit is said', () => {
  assert.throws(() => fitLogistic([]), /No examples/);
});
