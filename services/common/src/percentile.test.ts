import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { percentile } from './percentile.ts';

test('the nearest-rank percentile of a known list', () => {
  const sorted = [15, 20, 35, 40, 50];
  assert.deepEqual(
    [0.05, 0.3, 0.4, 0.5, 1].map((q) => percentile(sorted, q)),
    [15, 20, 20, 35, 50],
  );
});

test('at least the share q of all values do not exceed the percentile, and fewer reach a lesser one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (values, q) => {
        const sorted = values.toSorted((a, b) => a - b);
        const found = percentile(sorted, q);
        assert.ok(sorted.filter((value) => value <= found).length >= q * sorted.length);
        assert.ok(sorted.filter((value) => value < found).length < q * sorted.length);
      },
    ),
  );
});
