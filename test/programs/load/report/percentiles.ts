/** Latencies in figures. */
import { percentile } from '@libtrails/common/percentile';

export interface Latency {
  count: number;
  /** Milliseconds; 0 where there is none. */
  p50: number;
  p95: number;
  p99: number;
  max: number;
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
