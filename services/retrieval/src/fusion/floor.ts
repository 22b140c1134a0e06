/**
 * Whether an answer is more than noise. RRF always ranks something first; this looks at the evidence itself.
 *
 * The floors belong to BGE-small-en-v1.5, whose cosines of unrelated texts lie between 0.45 and 0.63. They
 * were set over 26 novels and treatises (13,000 passages), for 25 short topics and 50 sentences of summaries
 * that the books answer, and for 80 queries that they don't (modern technology, biomedical claims, typing at
 * random): each floor lies just above what the off-topic and random queries reached.
 */
import type { SignalName } from './ranked-list.ts';

/**
 * Share of the query's words, weighed by rarity, that must stand close together in the best keyword hit.
 * Off topic 0.76 at most, biomedical claims 0.61; most answerable topics reach 1.
 */
export const COVERAGE_FLOOR = 0.8;

/**
 * Several words may stand together by chance ("learning ... machine" in a novel): the vectors must not speak
 * against it. Off topic 0.57 at the median; every answerable topic above 0.62.
 */
export const SUPPORT_FLOOR = 0.58;

/** Best raw score a semantic signal must reach for one item. */
export const COSINE_FLOORS: Partial<Record<SignalName, number>> = {
  // Off topic 0.61, random 0.63; nine in ten answerable topics above 0.64.
  vec_chunks: 0.64,
  // Off topic 0.58, random 0.60; three in four answerable sentences above 0.61.
  vec_books: 0.61,
  // Short labels lie closer together. Off topic 0.78; three in four answerable topics above 0.80.
  vec_topics: 0.8,
  // Off topic 0.66; three in four answerable topics above 0.73.
  vec_phrases: 0.69,
};

export interface BestEvidence {
  /** 0..1; 0 without a keyword hit. */
  coverage: number;
  /** The reader looks for one word, or for a quotation: where it stands it is relevant. */
  literal: boolean;
  /** Best raw cosine of each semantic signal that answered. */
  cosines: Partial<Record<SignalName, number>>;
}

/** True if the best evidence, of whatever kind, reaches its floor. */
export function isRelevant(best: BestEvidence): boolean {
  const meaning = best.cosines.vec_chunks ?? SUPPORT_FLOOR;
  if (best.coverage >= COVERAGE_FLOOR && (best.literal || meaning >= SUPPORT_FLOOR)) return true;
  return (Object.keys(COSINE_FLOORS) as SignalName[]).some((name) => {
    const cosine = best.cosines[name];
    return cosine !== undefined && cosine >= COSINE_FLOORS[name]!;
  });
}
