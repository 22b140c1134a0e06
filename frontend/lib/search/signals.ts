/** Signals as a reader sees them: fixed slots, heights by rank, shares in whole per cents. Pure. */
import type { SignalFamily } from '../contract.ts';
import type { SignalState, SignalTrace } from '../model.ts';
import * as strings from './search-strings.ts';

export interface SparkSlot {
  name: string;
  label: string;
  family: SignalFamily;
  /** `silent`: was wanted but could not answer. `unasked`: has no part in this kind of answer. */
  state: 'found' | 'missed' | 'silent' | 'unasked';
  /** 4 for ranks 1 to 3, 3 to rank 10, 2 to rank 30, 1 beyond, 0 if the signal did not find the item. */
  level: 0 | 1 | 2 | 3 | 4;
  /** 1-based; 0 if the signal did not find the item. */
  rank: number;
}

/** Bar height of a rank. */
export function sparkLevel(rank: number): SparkSlot['level'] {
  if (rank <= 0) return 0;
  if (rank <= 3) return 4;
  if (rank <= 10) return 3;
  if (rank <= 30) return 2;
  return 1;
}

/** One slot a signal, in the service's order, which never changes: so rows compare at a glance. */
export function sparkSlots(traces: readonly SignalTrace[], signals: readonly SignalState[]): SparkSlot[] {
  const ranks = new Map(traces.map((t) => [t.name, t.rank]));
  return signals.map((signal) => {
    const { name, label, family } = signal;
    const rank = ranks.get(name) ?? 0;
    return { name, label, family, rank, level: sparkLevel(rank), state: slotState(signal, rank) };
  });
}

function slotState({ state }: SignalState, rank: number): SparkSlot['state'] {
  if (rank > 0) return 'found';
  if (state === 'answered') return 'missed';
  return state === 'silent' ? 'silent' : 'unasked';
}

/** "Found by 5 of 7 signals; best: whole book, 1st". */
export function sparkLabel(slots: readonly SparkSlot[]): string {
  const found = slots.filter((s) => s.state === 'found');
  const asked = slots.filter((s) => s.state !== 'unasked');
  const best = found.toSorted((a, b) => a.rank - b.rank)[0];
  return strings.spark.label(found.length, asked.length, best?.label, best?.rank ?? 0);
}

/**
 * Shares (0..1, adding up to 1) as whole per cents that add up to exactly 100: each is rounded down, and the
 * largest remainders get what is left. Ties go to the earlier one. Empty in, empty out.
 */
export function wholePercents(shares: readonly number[]): number[] {
  const total = shares.reduce((a, b) => a + b, 0);
  if (total <= 0) return shares.map(() => 0);
  const exact = shares.map((s) => (s / total) * 100);
  const percents = exact.map(Math.floor);
  let left = 100 - percents.reduce((a, b) => a + b, 0);
  const order = exact.map((value, i) => ({ i, rest: value - Math.floor(value) }));
  order.sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order) {
    if (left <= 0) break;
    percents[i] = (percents[i] ?? 0) + 1;
    left -= 1;
  }
  return percents;
}

/** One sentence on why a result is here, from the signal of each family that found it best. */
export function whySentence(traces: readonly SignalTrace[], slots: readonly SparkSlot[]): string {
  const families = [...new Set(slots.map(({ family }) => family))];
  const parts = families.flatMap((family) => {
    const names = new Set(slots.filter((slot) => slot.family === family).map(({ name }) => name));
    const best = traces.filter(({ name }) => names.has(name)).toSorted((a, b) => b.share - a.share)[0];
    return best === undefined ? [] : [best.because];
  });
  return strings.why.sentence(parts);
}
