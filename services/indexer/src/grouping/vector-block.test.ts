import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { dot } from '../topics/vectors.ts';
import { direction } from './grouping.test-support.ts';
import { nearestNeighbours } from './knn.ts';
import { plainDots } from './plain-dots.ts';
import { SCALE, VectorBlock } from './vector-block.ts';

const DIMS = 32;

function blockOf(vectors: readonly Float32Array[], plain = false): VectorBlock {
  const block = plain
    ? new VectorBlock(vectors.length, DIMS, plainDots)
    : new VectorBlock(vectors.length, DIMS);
  vectors.forEach((vector, row) => {
    block.set(row, vector);
  });
  return block;
}

const someVectors = fc
  .array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 13 })
  .map((seeds) => seeds.map((seed) => direction(seed, DIMS)));

describe('VectorBlock', () => {
  it('is compiled from the committed source', () => {
    const script = fileURLToPath(new URL('./build-kernel.ts', import.meta.url));
    execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' });
  });

  it('gives the same dot products with the kernel as with a plain loop', () => {
    fc.assert(
      fc.property(someVectors, (vectors) => {
        const fast = blockOf(vectors);
        const plain = blockOf(vectors, true);
        vectors.forEach((vector, row) => {
          assert.deepEqual(fast.dotsOfRow(row, 0, vectors.length), plain.dotsOfRow(row, 0, vectors.length));
          assert.deepEqual(fast.dotsOf(vector), plain.dotsOf(vector));
        });
      }),
    );
  });

  it('does not overflow on the largest components there can be', () => {
    const block = new VectorBlock(1, 4_096);
    block.set(0, new Float32Array(4_096).fill(1));
    assert.equal(block.dotsOfRow(0, 0, 1)[0], 127 * 127 * 4_096);
  });

  it('keeps cosines to about a hundredth', () => {
    const vectors = Array.from({ length: 20 }, (_, i) => direction(i, DIMS));
    const dots = blockOf(vectors).dotsOfRow(0, 0, 20);
    vectors.forEach((vector, i) => {
      // In 32 dimensions a component may exceed 127 / SCALE and be cut.
      if (
        Math.max(...vector.map(Math.abs)) * SCALE > 127 ||
        Math.max(...vectors[0]!.map(Math.abs)) * SCALE > 127
      )
        return;
      assert.ok(Math.abs(dots[i]! / SCALE ** 2 - dot(vectors[0]!, vector)) < 0.01);
    });
  });

  it('refuses dimensions that the kernel cannot take', () => {
    assert.throws(() => new VectorBlock(1, 20), RangeError);
  });
});

describe('nearestNeighbours', () => {
  it('finds what comparing all pairs finds, over several tiles, ties by row', async () => {
    const n = 2_300;
    const vectors = Array.from({ length: n }, (_, i) => direction(i % 900, DIMS));
    const block = blockOf(vectors);
    const { rows, counts, cosines, k } = await nearestNeighbours(block, 5, 0.2);
    for (const row of [0, 1_023, 1_024, 2_047, 2_299]) {
      const dots = Array.from(block.dotsOfRow(row, 0, n));
      const wanted = dots
        .map((product, other) => ({ product, other }))
        .filter(({ product, other }) => other !== row && product >= 0.2 * SCALE ** 2)
        .sort((a, b) => b.product - a.product || a.other - b.other)
        .slice(0, 5);
      const found = Array.from(rows.subarray(row * k, row * k + counts[row]!));
      assert.deepEqual(
        found,
        wanted.map(({ other }) => other),
      );
      assert.ok(Math.abs(cosines[row * k]! - wanted[0]!.product / SCALE ** 2) < 1e-6);
    }
  });
});
