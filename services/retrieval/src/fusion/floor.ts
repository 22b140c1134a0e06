/**
 * Whether an answer is more than noise. RRF always ranks something first; this looks at the evidence itself.
 * The floors belong to BGE-small-en-v1.5, whose cosines of unrelated texts lie between 0.4 and 0.6.
 */
import type { SignalName } from './ranked-list.ts';

/** Share of the query's words, weighed by rarity, that the best keyword hit must hold. */
export const COVERAGE_FLOOR = 0.6;

/** Best cosine a semantic signal must reach for one item. */
export const COSINE_FLOORS: Partial<Record<SignalName, number>> = {
  vec_chunks: 0.66,
  vec_books: 0.68,
  vec_topics: 0.8,
  vec_phrases: 0.8,
};

export interface BestEvidence {
  /** 0..1; 0 without a keyword hit. */
  coverage: number;
  /** Best raw cosine of each semantic signal that answered. */
  cosines: Partial<Record<SignalName, number>>;
}

/** True if the best evidence, of whatever kind, reaches its floor. */
export function isRelevant(best: BestEvidence): boolean {
  if (best.coverage >= COVERAGE_FLOOR) return true;
  return (Object.keys(COSINE_FLOORS) as SignalName[]).some((name) => {
    const cosine = best.cosines[name];
    return cosine !== undefined && cosine >= COSINE_FLOORS[name]!;
  });
}
