import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { normaliseRows, pooledUnitVectors } from './pooling.ts';

test('CLS pooling: the vector of a text is its first token, scaled to length 1', () => {
  // 2 texts x 2 tokens x 2 dims; the second tokens must not count.
  const hidden = Float32Array.of(3, 4, 100, 100, 0, -2, 100, 100);
  assert.deepEqual(
    [...pooledUnitVectors(hidden, 2, 2, 2, 'cls')].map((v) => Math.round(v * 10) / 10),
    [0.6, 0.8, 0, -1],
  );
});

test('mean pooling: the vector of a text is the mean of its tokens, scaled to length 1', () => {
  const hidden = Float32Array.of(3, 0, 3, 8, 0, -2, 0, -100);
  assert.deepEqual(
    [...pooledUnitVectors(hidden, 2, 2, 2, 'mean')].map((v) => Math.round(v * 10) / 10),
    [0.6, 0.8, 0, -1],
  );
});

test('rows end up with norm 1 and keep their direction', () => {
  const value = fc.float({ min: -100, max: 100, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 20 }), (rows) => {
      const vectors = Float32Array.from(rows.flat());
      normaliseRows(vectors, 3);
      rows.forEach((row, i) => {
        const before = Math.hypot(...row);
        if (before < 1e-3) return;
        const after = vectors.subarray(i * 3, i * 3 + 3);
        assert.ok(Math.abs(Math.hypot(...after) - 1) < 1e-5);
        row.forEach((v, d) => {
          assert.ok(Math.abs(after[d]! - v / before) < 1e-5);
        });
      });
    }),
  );
});

test('a row of zeros stays zeros', () => {
  const vectors = new Float32Array(4);
  normaliseRows(vectors, 2);
  assert.deepEqual([...vectors], [0, 0, 0, 0]);
});
