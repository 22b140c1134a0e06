import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { vectorOf } from './book.test-support.ts';
import { Centre, DIMS, toInt8 } from './int8-vector.ts';

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [dot, aa, bb] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as number, b[i] as number];
    dot += x * y;
    aa += x * x;
    bb += y * y;
  }
  return dot / Math.sqrt(aa * bb);
}

const component = fc.float({ min: -1, max: 1, noNaN: true });
const vector = fc.array(component, { minLength: 8, maxLength: 8 });

test('the int8 form points where the vector does, and its largest component is 127', () => {
  fc.assert(
    fc.property(
      vector.filter((v) => v.some((c) => Math.abs(c) > 1e-6)),
      (v) => {
        const int8 = toInt8(v);
        assert.equal(Math.max(...int8.map(Math.abs)), 127);
        // Each component is off by half a step at most, against one of 127 steps.
        assert.ok(cosine(int8, v) > 0.999);
      },
    ),
  );
});

test('the scale of a vector does not matter', () => {
  fc.assert(
    fc.property(
      vector.filter((v) => v.some((c) => Math.abs(c) > 1e-3)),
      (v) => {
        assert.deepEqual(toInt8(v.map((c) => c * 1024)), toInt8(v));
      },
    ),
  );
});

test('vectors without a direction are refused', () => {
  assert.throws(() => toInt8(new Float32Array(8)), RangeError);
  assert.throws(() => toInt8([1, NaN]), RangeError);
  assert.throws(() => toInt8([1, Infinity]), RangeError);
});

/** Unit vectors in a narrow cone with two large components, as models make them. */
function cone(seed: string, count: number): Float32Array {
  const all = new Float32Array(count * DIMS);
  for (let i = 0; i < count; i++) {
    const vector = vectorOf(`${seed} ${i}`).map((x, d) => x / 128 + (d === 7 ? 12 : d === 99 ? -9 : 0.3));
    const length = Math.hypot(...vector);
    all.set(
      vector.map((x) => x / length),
      i * DIMS,
    );
  }
  return all;
}

test('around the mean of a few others, vectors in a cone lose a third of what they lose around nothing', () => {
  const vectors = cone('book', 40);
  const centre = Centre.of(cone('first book', 8));
  const lossOf = (around: Centre) => {
    const row = new Int8Array(DIMS);
    let squares = 0;
    for (let at = 0; at < vectors.length; at += DIMS) {
      const vector = vectors.subarray(at, at + DIMS);
      around.quantise(vector, row);
      for (const [i, x] of around.restore(row).entries()) squares += (x - vector[i]!) ** 2;
    }
    return Math.sqrt(squares);
  };
  assert.ok(lossOf(centre) < lossOf(Centre.ORIGIN) / 3, `${lossOf(centre)} of ${lossOf(Centre.ORIGIN)}`);
});

test('equal vectors have a centre too, and are found again from there', () => {
  const [one] = [vectorOf('the only passage')];
  const centre = Centre.of(Float32Array.from([...one, ...one]));
  const row = new Int8Array(DIMS);
  centre.quantise(one, row);
  assert.ok(cosine(centre.restore(row), one) > 0.9999);
  assert.deepEqual(Centre.parse(centre.toString()).mean, centre.mean);
  assert.equal(Centre.of(new Float32Array(0)), Centre.ORIGIN);
});
