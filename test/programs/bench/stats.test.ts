import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { overlap, quantile, summarise } from './stats.ts';

describe('figures of a measurement', () => {
  it('interpolate between the ranks around a quantile', () => {
    assert.equal(quantile([1, 2, 3, 4], 0.5), 2.5);
    assert.equal(quantile([7], 0.99), 7);
    assert.ok(Number.isNaN(quantile([], 0.5)));
  });

  it('come in order, whatever the order of the values', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1 }), (values) => {
        const { p50, p95, p99, max } = summarise(values);
        assert.ok(p50 <= p95 && p95 <= p99 && p99 <= max);
      }),
    );
  });
});

describe('the overlap of two result lists', () => {
  it('is the share of the wanted that was found', () => {
    assert.equal(overlap([1, 2, 3, 4], [4, 3, 9]), 0.5);
    assert.equal(overlap([], [1]), 1);
    assert.equal(overlap([1], [1, 1]), 1);
  });
});
