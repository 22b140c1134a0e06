/** From the model's last layer to one unit vector a text. */
import type { Pooling } from '@libtrails/models/profile';

/**
 * Pooling and L2 norm.
 * @param hidden rows × tokens × dims, as the model returns it; texts of one length, none padded
 * @param pooling `cls` takes the first token of each text, `mean` the mean of all
 * @returns rows × dims, each row of L2 norm 1
 */
export function pooledUnitVectors(
  hidden: Float32Array,
  rows: number,
  tokens: number,
  dims: number,
  pooling: Pooling,
): Float32Array {
  const vectors = new Float32Array(rows * dims);
  // The mean's divisor cancels out in the norm.
  const pooled = pooling === 'cls' ? 1 : tokens;
  for (let row = 0; row < rows; row++) {
    for (let token = 0; token < pooled; token++) {
      const start = (row * tokens + token) * dims;
      for (let i = 0; i < dims; i++) vectors[row * dims + i]! += hidden[start + i]!;
    }
  }
  normaliseRows(vectors, dims);
  return vectors;
}

/** Scales each row to L2 norm 1, in place; a row of zeros stays as it is. */
export function normaliseRows(vectors: Float32Array, dims: number): void {
  for (let start = 0; start < vectors.length; start += dims) {
    let sum = 0;
    for (let i = start; i < start + dims; i++) sum += vectors[i]! * vectors[i]!;
    const norm = Math.sqrt(sum);
    if (norm === 0) continue;
    for (let i = start; i < start + dims; i++) vectors[i] = vectors[i]! / norm;
  }
}
