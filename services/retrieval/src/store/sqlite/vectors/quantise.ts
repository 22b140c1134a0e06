/** The query as int16: finer than the stored int8 rows, and still summed in int32. */

/** Largest int16 component of a query. */
const QUERY_MAX = 32_767;
/** The kernel adds int8 x int16 products in int32: the sum of |query| times 127 must stay below 2^31. */
const QUERY_SUM_MAX = Math.floor((2 ** 31 - 1) / 127);

/** Writes `vector` as int16 into `out` (same length). Returns 1/|out|, 0 for a zero vector. */
export function quantiseQuery(vector: ArrayLike<number>, out: Int16Array): number {
  let max = 0;
  let sum = 0;
  for (let i = 0; i < vector.length; i += 1) {
    max = Math.max(max, Math.abs(vector[i]!));
    sum += Math.abs(vector[i]!);
  }
  out.fill(0);
  if (!(max > 0) || !Number.isFinite(sum)) return 0;
  // Rounding may add a half to each component.
  const scale = Math.min(QUERY_MAX / max, (QUERY_SUM_MAX - vector.length) / sum);
  for (let i = 0; i < vector.length; i += 1) out[i] = Math.round(vector[i]! * scale);
  return inverseNorm(out);
}

/** The part of every cosine that lies in the rows' mean: vector . mean / |vector|; 0 for a zero vector. */
export function alongMean(vector: ArrayLike<number>, mean: Float32Array): number {
  let product = 0;
  let squares = 0;
  for (let i = 0; i < mean.length; i += 1) {
    product += vector[i]! * mean[i]!;
    squares += vector[i]! * vector[i]!;
  }
  return squares > 0 && Number.isFinite(squares) ? product / Math.sqrt(squares) : 0;
}

/** float32 1/|row|, 0 for a zero row. */
function inverseNorm(row: Int16Array): number {
  let squares = 0;
  // An indexed loop: for...of over typed arrays is several times slower.
  for (let i = 0; i < row.length; i += 1) squares += row[i]! * row[i]!;
  return squares === 0 ? 0 : Math.fround(1 / Math.sqrt(squares));
}
