/** The seven signals as a reader sees them: fixed slots, heights by rank, shares in whole per cents. Pure. */
import type { SignalTrace } from '../model.ts';
import * as strings from './search-strings.ts';

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
  /** `silent`: was wanted but could not answer. `unasked`: has no part in this kind of answer. */
  state: 'found' | 'missed' | 'silent' | 'unasked';
  /** 4 for ranks 1 to 3, 3 to rank 10, 2 to rank 30, 1 beyond, 0 if the signal did not find the item. */
  level: 0 | 1 | 2 | 3 | 4;
  /** 1-based; 0 if the signal did not find the item. */
  rank: number;
}

/** Which signals an answer was made of. */
export interface AskedSignals {
  answered: ReadonlySet<string>;
  silent: ReadonlySet<string>;
}

/** Bar height of a rank. */
export function sparkLevel(rank: number): SparkSlot['level'] {
  if (rank <= 0) return 0;
  if (rank <= 3) return 4;
  if (rank <= 10) return 3;
  if (rank <= 30) return 2;
  return 1;
}

/** The seven slots of one result. */
export function sparkSlots(traces: readonly SignalTrace[], asked: AskedSignals): SparkSlot[] {
  const ranks = new Map(traces.map((t) => [t.name, t.rank]));
  return SIGNALS.map(({ name, family }) => {
    const rank = ranks.get(name) ?? 0;
    return { name, family, rank, level: sparkLevel(rank), state: slotState(name, rank, asked) };
  });
}

function slotState(name: SignalName, rank: number, asked: AskedSignals): SparkSlot['state'] {
  if (rank > 0) return 'found';
  if (asked.answered.has(name)) return 'missed';
  return asked.silent.has(name) ? 'silent' : 'unasked';
}

/** "Found by 5 of 7 signals; best: whole book, 1st". */
export function sparkLabel(slots: readonly SparkSlot[]): string {
  const found = slots.filter((s) => s.state === 'found');
  const asked = slots.filter((s) => s.state !== 'unasked');
  const best = found.toSorted((a, b) => a.rank - b.rank)[0];
  return strings.spark.label(
    found.length,
    asked.length,
    best && strings.signals[best.name].name,
    best?.rank ?? 0,
  );
}

/**
 * The signals behind an answer. Those that answered are timed; of a degraded answer the meaning signals without a
 * time are silent. An answer without times counts as one of all seven.
 */
export function askedSignals(answer: {
  degraded: boolean;
  tookMs: { signals: Readonly<Record<string, number>> } | null;
}): AskedSignals {
  const timed = Object.keys(answer.tookMs?.signals ?? {});
  const answered = new Set<string>(timed.length > 0 || answer.degraded ? timed : SIGNALS.map((s) => s.name));
  const missing = SIGNALS.filter((s) => s.family === 'meaning' && !answered.has(s.name));
  return { answered, silent: new Set(answer.degraded ? missing.map((s) => s.name) : []) };
}

/** What "books like this one" is made of: a short query on the three small signals. */
export const RELATED_SIGNALS: AskedSignals = {
  answered: new Set(['fts_books', 'vec_phrases', 'vec_books']),
  silent: new Set(),
};

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
