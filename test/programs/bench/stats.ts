/** What is said of many durations. */

export interface Summary {
  count: number;
  p50: number;
  p95: number;
  p99: number;
  max: number;
  mean: number;
}

/** The q-quantile (0..1) of sorted values, between ranks by linear interpolation. NaN without values. */
export function quantile(sorted: ArrayLike<number>, q: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = q * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(sorted.length - 1, below + 1)]!;
  return low + (high - low) * (place - below);
}

/** Percentiles of durations (or any figures), to three places. */
export function summarise(values: readonly number[]): Summary {
  const sorted = Float64Array.from(values).sort();
  const rounded = (value: number) => Math.round(value * 1_000) / 1_000;
  return {
    count: values.length,
    p50: rounded(quantile(sorted, 0.5)),
    p95: rounded(quantile(sorted, 0.95)),
    p99: rounded(quantile(sorted, 0.99)),
    max: rounded(sorted.at(-1) ?? Number.NaN),
    mean: rounded(values.reduce((sum, value) => sum + value, 0) / values.length),
  };
}

/** Share of `wanted` that is among `found`; 1 if nothing is wanted. */
export function overlap(wanted: Iterable<number>, found: Iterable<number>): number {
  const all = new Set(wanted);
  if (all.size === 0) return 1;
  let hits = 0;
  for (const id of new Set(found)) if (all.has(id)) hits += 1;
  return hits / all.size;
}
