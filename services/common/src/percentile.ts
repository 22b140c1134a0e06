/**
 * The nearest-rank percentile: the least value that a share `q` (0..1) of all do not exceed.
 * @param sorted ascending
 * @returns 0 where there are no values
 */
export function percentile(sorted: ArrayLike<number>, q: number): number {
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? 0;
}
