/** The seven signals as a reader sees them: fixed slots, heights by rank, shares in whole per cents. Pure. */
import type { SignalTrace } from './model.ts';
import { strings } from './strings.ts';

export type SignalName =
  | 'fts_books'
  | 'fts_topics'
  | 'fts_chunks'
  | 'vec_topics'
  | 'vec_phrases'
  | 'vec_books'
  | 'vec_chunks';

/** Their order never changes, so that rows compare at a glance: three by word, then four by meaning. */
export const SIGNALS: readonly { name: SignalName; family: 'word' | 'meaning' }[] = [
  { name: 'fts_books', family: 'word' },
  { name: 'fts_topics', family: 'word' },
  { name: 'fts_chunks', family: 'word' },
  { name: 'vec_topics', family: 'meaning' },
  { name: 'vec_phrases', family: 'meaning' },
  { name: 'vec_books', family: 'meaning' },
  { name: 'vec_chunks', family: 'meaning' },
];

export interface SparkSlot {
  name: SignalName;
  family: 'word' | 'meaning';
  /** 4 for ranks 1 to 3, 3 to rank 10, 2 to rank 30, 1 beyond, 0 if the signal did not find the item. */
  level: 0 | 1 | 2 | 3 | 4;
  /** 1-based; 0 if the signal did not find the item. */
  rank: number;
  /** The signal was wanted but could not answer. */
  off: boolean;
}

/** Bar height of a rank. */
export function sparkLevel(rank: number): SparkSlot['level'] {
  if (rank <= 0) return 0;
  if (rank <= 3) return 4;
  if (rank <= 10) return 3;
  if (rank <= 30) return 2;
  return 1;
}

/**
 * The seven slots of one result.
 * @param silent names of signals that were wanted but could not answer.
 */
export function sparkSlots(
  traces: readonly SignalTrace[],
  silent: ReadonlySet<string> = new Set(),
): SparkSlot[] {
  const ranks = new Map(traces.map((t) => [t.name, t.rank]));
  return SIGNALS.map(({ name, family }) => {
    const rank = ranks.get(name) ?? 0;
    return { name, family, rank, level: sparkLevel(rank), off: rank === 0 && silent.has(name) };
  });
}

/** "Found by 5 of 7 signals; best: whole book, 1st". */
export function sparkLabel(slots: readonly SparkSlot[]): string {
  const found = slots.filter((s) => s.rank > 0);
  const best = found.toSorted((a, b) => a.rank - b.rank)[0];
  return strings.spark.label(
    found.length,
    slots.length,
    best && strings.signals[best.name].name,
    best?.rank ?? 0,
  );
}

/** Which meaning signals are missing from a degraded answer; none if it is whole. */
export function silentSignals(answer: {
  degraded: boolean;
  tookMs: { signals: Readonly<Record<string, number>> } | null;
}): Set<string> {
  if (!answer.degraded) return new Set();
  const answered = answer.tookMs?.signals ?? {};
  return new Set(SIGNALS.filter((s) => s.family === 'meaning' && !(s.name in answered)).map((s) => s.name));
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

/** One sentence on why a result is here, from its best word signal and its best meaning signal. */
export function whySentence(traces: readonly SignalTrace[]): string {
  const best = (family: 'word' | 'meaning') =>
    SIGNALS.filter((s) => s.family === family)
      .flatMap((s) => traces.find((t) => t.name === s.name) ?? [])
      .sort((a, b) => b.share - a.share)[0];
  const parts = [best('word'), best('meaning')].flatMap((trace) =>
    trace ? [strings.signals[trace.name as SignalName].because(trace.matched)] : [],
  );
  return strings.why.sentence(parts);
}
