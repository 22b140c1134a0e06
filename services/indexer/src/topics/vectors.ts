/** Arithmetic on dense float vectors of equal length. */

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Adds `weight` times `b` to `a` in place. */
export function addScaled(a: Float32Array, b: Float32Array, weight: number): void {
  for (let i = 0; i < a.length; i++) a[i] = a[i]! + weight * b[i]!;
}

/** Scales to unit length in place; a zero vector stays zero. Returns its argument. */
export function normalise(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector));
  if (length > 0) for (let i = 0; i < vector.length; i++) vector[i] = vector[i]! / length;
  return vector;
}

/** The arithmetic mean; throws a RangeError without vectors. */
export function mean(vectors: readonly Float32Array[]): Float32Array {
  const first = vectors[0];
  if (first === undefined) throw new RangeError('The mean of no vectors is not defined');
  const sum = new Float32Array(first.length);
  for (const vector of vectors) addScaled(sum, vector, 1 / vectors.length);
  return sum;
}

/**
 * The vector seen from `origin`, at unit length. BGE vectors share a large common part (any two have a cosine of
 * .5 to .8); without it cosines tell more.
 */
export function centred(vector: Float32Array, origin: Float32Array): Float32Array {
  const result = Float32Array.from(vector);
  addScaled(result, origin, -1);
  return normalise(result);
}
