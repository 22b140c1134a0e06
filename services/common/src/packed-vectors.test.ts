import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unpackVectors } from './packed-vectors.ts';

test('packed vectors come apart wherever they lie in a message, and not if they are more or fewer', () => {
  const message = new Uint8Array(1 + 4 * 4);
  message.set(new Uint8Array(Float32Array.of(1, 2, 3, 4).buffer), 1);
  const packed = message.subarray(1);
  assert.deepEqual(unpackVectors(packed, 2, 2), [Float32Array.of(1, 2), Float32Array.of(3, 4)]);
  assert.equal(unpackVectors(packed, 2, 3), undefined);
  assert.equal(unpackVectors(packed, 0, 0), undefined);
});
