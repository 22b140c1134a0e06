/** The rows of the highest cosines by counting, for thousands out of a million: no heap, no sort. */

/** Steps of 1/4,096 between -1 and 1. */
const BINS = 8_192;
const LAST = BINS - 1;

/** Estimates may lie outside of -1 to 1; -Infinity falls into the first bin. */
function binOf(score: number): number {
  return Math.max(0, Math.min(((score + 1) * (BINS / 2)) | 0, LAST));
}

/**
 * At least `k` rows (all if there are fewer) whose scores are the highest, in ascending order of rows; a few more
 * where many fall in the last bin. Scores of -Infinity come last.
 */
export function nearestRows(scores: Float32Array, count: number, k: number): Uint32Array {
  if (count <= k) return Uint32Array.from({ length: count }, (_, row) => row);
  const counts = new Uint32Array(BINS);
  for (let row = 0; row < count; row += 1) counts[binOf(scores[row]!)]! += 1;
  let bin = LAST;
  let above = counts[bin]!;
  while (bin > 0 && above < k) {
    bin -= 1;
    above += counts[bin]!;
  }
  const rows = new Uint32Array(above);
  let found = 0;
  for (let row = 0; found < above; row += 1) {
    if (binOf(scores[row]!) >= bin) {
      rows[found] = row;
      found += 1;
    }
  }
  return rows;
}
