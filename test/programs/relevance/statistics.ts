/** How sure a figure is: bootstrap intervals, and a paired test of two rankings. Deterministic. */

const RESAMPLES = 2_000;

/** Mulberry32: small, seedable, and good enough to draw indices; numbers from 0 to below 1. */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** 95 % interval of the mean: percentiles of the means of resampled values (Efron, 1979). */
export function interval(values: readonly number[], seed = 1): [low: number, high: number] {
  if (values.length === 0) return [0, 0];
  const random = randomOf(seed);
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i += 1) sum += values[Math.floor(random() * values.length)]!;
    return sum / values.length;
  }).sort((a, b) => a - b);
  return [means[Math.floor(RESAMPLES * 0.025)]!, means[Math.ceil(RESAMPLES * 0.975) - 1]!];
}

/**
 * Two-sided p of the difference of two means over the same queries, by randomly swapping the two values of a
 * query (Fisher's randomisation; Smucker, Allan and Carterette, CIKM 2007).
 */
export function pairedP(a: readonly number[], b: readonly number[], seed = 1): number {
  if (a.length !== b.length) throw new RangeError(`${a.length} values can't be paired with ${b.length}`);
  const differences = a.map((value, i) => value - b[i]!).filter((difference) => difference !== 0);
  const observed = Math.abs(differences.reduce((sum, d) => sum + d, 0));
  const random = randomOf(seed);
  let extreme = 0;
  for (let i = 0; i < RESAMPLES; i += 1) {
    const sum = differences.reduce((total, d) => total + (random() < 0.5 ? d : -d), 0);
    if (Math.abs(sum) >= observed - 1e-12) extreme += 1;
  }
  return (extreme + 1) / (RESAMPLES + 1);
}
