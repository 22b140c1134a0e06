/** From the model's last layer to one unit vector a text. */

/**
 * CLS pooling and L2 norm.
 * @param hidden rows × tokens × dims, as the model returns it
 * @returns rows × dims, each row of L2 norm 1
 */
export function clsUnitVectors(
  hidden: Float32Array,
  rows: number,
  tokens: number,
  dims: number,
): Float32Array {
  const vectors = new Float32Array(rows * dims);
  for (let row = 0; row < rows; row++) {
    // [CLS] is the first token of each text.
    const cls = hidden.subarray(row * tokens * dims, row * tokens * dims + dims);
    vectors.set(cls, row * dims);
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
