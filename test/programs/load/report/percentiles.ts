/** Latencies in figures. */
export interface Latency {
  count: number;
  /** Milliseconds; 0 where there is none. */
  p50: number;
  p95: number;
  p99: number;
  max: number;
}

/** The nearest-rank percentile: the least value that a share `q` of all do not exceed. `sorted` ascends. */
export function percentile(sorted: ArrayLike<number>, q: number): number {
  if (sorted.length === 0) return 0;
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)]!;
}

export function summarize(milliseconds: readonly number[]): Latency {
  const sorted = Float64Array.from(milliseconds).sort();
  return {
    count: sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
    max: sorted.at(-1) ?? 0,
  };
}
