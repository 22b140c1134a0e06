import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vectorOf } from '../store/sqlite/book.test-support.ts';
import { DIMS } from '../store/sqlite/int8-vector.ts';
import { VectorPile } from './vector-pile.ts';

test('a pile holds its vectors in order however many they are, from bytes at any place', () => {
  const pile = new VectorPile();
  for (let i = 0; i < 200; i++) {
    const bytes = new Uint8Array(DIMS * 4 + 1);
    bytes.set(new Uint8Array(vectorOf(`text ${i}`).buffer), 1);
    pile.add(bytes.subarray(1), `vector ${i}`);
  }
  const all = pile.take();
  assert.equal(all.length, 200 * DIMS);
  for (const i of [0, 63, 64, 199]) {
    assert.deepEqual(all.subarray(i * DIMS, (i + 1) * DIMS), vectorOf(`text ${i}`));
  }
});
