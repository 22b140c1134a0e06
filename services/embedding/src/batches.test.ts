import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { planBatches } from './batches.ts';

const lengths = fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 80 });
const limits = fc.record({
  rows: fc.integer({ min: 1, max: 40 }),
  tokens: fc.integer({ min: 1, max: 2_000 }),
  mixed: fc.boolean(),
});

test('every text is in exactly one batch', () => {
  fc.assert(
    fc.property(lengths, limits, (of, within) => {
      const planned = planBatches(of, within).flat();
      assert.deepEqual(
        planned.toSorted((a, b) => a - b),
        of.map((_, i) => i),
      );
    }),
  );
});

test('a batch keeps the limits, and only a single text may be longer', () => {
  fc.assert(
    fc.property(lengths, limits, (of, within) => {
      for (const batch of planBatches(of, within)) {
        assert.ok(batch.length >= 1 && batch.length <= within.rows);
        const longest = Math.max(...batch.map((i) => of[i]!));
        assert.ok(batch.length === 1 || batch.length * longest <= within.tokens);
      }
    }),
  );
});

test('unless the backend pads, texts of different length never share a batch', () => {
  fc.assert(
    fc.property(lengths, limits, (of, within) => {
      for (const batch of planBatches(of, { ...within, mixed: false })) {
        assert.equal(new Set(batch.map((i) => of[i])).size, 1);
      }
    }),
  );
});

test('no two batches could be merged', () => {
  fc.assert(
    fc.property(lengths, limits, (of, within) => {
      const batches = planBatches(of, { ...within, mixed: false });
      for (let i = 1; i < batches.length; i++) {
        const [before, after] = [batches[i - 1]!, batches[i]!];
        const length = of[after[0]!]!;
        if (of[before[0]!] !== length) continue;
        assert.ok(before.length === within.rows || (before.length + 1) * length > within.tokens);
      }
    }),
  );
});
