/** What each signal did for a result: its rank had the signal kept silent. Pure. */
import type { FusedItem } from './rrf.ts';
import type { SignalDescription } from './signal-description.ts';

/**
 * For each of `asked` and each signal that found it, the 1-based rank among all of `fused` without that
 * signal; 0 if no other signal found it. Equal scores share the better rank.
 */
export function ranksWithout(
  fused: readonly FusedItem[],
  asked: readonly FusedItem[],
): Map<number, Map<SignalDescription, number>> {
  const signals = new Set(asked.flatMap((item) => item.contributions.map(({ signal }) => signal)));
  const ranks = new Map(asked.map(({ id }) => [id, new Map<SignalDescription, number>()]));
  for (const signal of signals) {
    const scores = Float64Array.from(fused, (item) => scoreWithout(item, signal)).sort();
    for (const item of asked) {
      if (!item.contributions.some((c) => c.signal === signal)) continue;
      const alone = item.contributions.length === 1;
      const rank = alone ? 0 : 1 + countAbove(scores, scoreWithout(item, signal) + 1e-12);
      ranks.get(item.id)!.set(signal, rank);
    }
  }
  return ranks;
}

function scoreWithout(item: FusedItem, signal: SignalDescription): number {
  let sum = 0;
  for (const c of item.contributions) if (c.signal !== signal) sum += c.score;
  return sum;
}

/** Values of an ascending array that are greater than `limit`. */
function countAbove(ascending: Float64Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! > limit) high = middle;
    else low = middle + 1;
  }
  return ascending.length - low;
}
