/** The rows of the highest scores by counting, for thousands out of a million: no heap, no sort. */

const BINS = 4_096;

/**
 * At least `k` rows (all if there are fewer) whose scores are the highest, in ascending order of rows; a few more
 * where many fall in the last bin. Scores of -Infinity come last.
 */
export function nearestRows(scores: Float32Array, count: number, k: number): Uint32Array {
  if (count <= k) return Uint32Array.from({ length: count }, (_, row) => row);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < count; row += 1) {
    const score = scores[row]!;
    if (score > high) high = score;
    if (score < low && score > Number.NEGATIVE_INFINITY) low = score;
  }
  if (!(high > low)) return Uint32Array.from({ length: count }, (_, row) => row);
  const scale = (BINS - 1) / (high - low);
  const counts = new Uint32Array(BINS);
  for (let row = 0; row < count; row += 1) {
    const score = scores[row]!;
    if (score >= low) counts[((score - low) * scale) | 0]! += 1;
  }
  let bin = BINS - 1;
  let above = counts[bin]!;
  while (bin > 0 && above < k) {
    bin -= 1;
    above += counts[bin]!;
  }
  const rows = new Uint32Array(above);
  let found = 0;
  for (let row = 0; row < count && found < above; row += 1) {
    const score = scores[row]!;
    if (score >= low && (((score - low) * scale) | 0) >= bin) {
      rows[found] = row;
      found += 1;
    }
  }
  return rows.subarray(0, found);
}
