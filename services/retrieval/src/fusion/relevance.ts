/**
 * How well one hit answers: strong, fair or weak. RRF's score cannot say, since some item is always first;
 * this reads the raw evidence of the hit itself. Pure.
 */
import type { Relevance } from '@libtrails/proto/values';
import { COVERAGE_FLOOR } from './floor.ts';
import { QUOTED_LIFT } from './ranked-list.ts';
import type { Contribution } from './rrf.ts';
import type { SignalDescription } from './signal-description.ts';

export type { Relevance };

/** Parts of the best keyword score that a hit by word must reach. */
export const STRONG_BY_WORD = 0.8;
export const FAIR_BY_WORD = 0.5;
/** Shares of the words from which on none is missing. */
const ALL_WORDS = 1 - 1e-6;

export interface Yardstick {
  /** Best raw score of each signal. */
  best: ReadonlyMap<SignalDescription, number>;
  /** Share of the query's words that stands close together in the best keyword hits, 0..1. */
  coverage: number;
  /** Share of the query's words that each passage found by word holds, by its id, 0..1; undefined where that is not known. */
  held?: ReadonlyMap<number, number> | undefined;
  /** The reader looks for one word, or for what is in the text as typed. */
  literal: boolean;
  /** False when the answer as a whole is noise: then nothing is more than weak. */
  relevant: boolean;
}

/** Where an item stands among those of its answer, by the fused score. */
export interface Standing {
  /** Its score as a part of the best, 0..1. */
  share: number;
  /** It is first, and the second is far behind. */
  leads: boolean;
}

/** A strong hit's score is at least this part of the best one. */
export const STRONG_SHARE = 0.8;
/** A first hit leads if the second has no more than this part of its score. */
export const LEADING_SHARE = 0.75;

/**
 * What an item's own evidence says, checked by the company it is in: beside a much better one it is only fair, and far
 * above all others it is strong. What is quoted stays strong.
 */
export function inCompany(own: Relevance, { share, leads }: Standing, quoted: boolean): Relevance {
  if (own === 'weak' || quoted) return own;
  if (leads) return 'strong';
  return share >= STRONG_SHARE ? own : 'fair';
}

/**
 * Strong: what the reader quotes, a cosine over its strong line, or nearly the best hit by word that holds all
 * the words, where they are close together.
 * Fair: a cosine over the floor of relevance, or the best there is where that is less; or half the best hit by word
 * where most words do.
 */
export function relevanceOf(
  contributions: readonly (Pick<Contribution, 'signal' | 'raw'> &
    Partial<Pick<Contribution, 'lift' | 'evidence'>>)[],
  yardstick: Yardstick,
): Relevance {
  const { best, coverage, held, literal, relevant } = yardstick;
  if (!relevant) return 'weak';
  let byWord = 0;
  let byAllWords = 0;
  let meaning: Relevance = 'weak';
  let supported = literal;
  for (const { signal, raw, evidence, lift = 0 } of contributions) {
    if (lift >= QUOTED_LIFT) return 'strong';
    const first = best.get(signal);
    if (signal.family === 'keyword') {
      if (first === undefined || first <= 0) continue;
      byWord = Math.max(byWord, raw / first);
      const share = evidence?.kind === 'passage' ? (held?.get(evidence.id) ?? 1) : 1;
      if (share >= ALL_WORDS) byAllWords = Math.max(byAllWords, raw / first);
      continue;
    }
    if (signal.family === 'joint') continue;
    const { floor, strong, support } = signal.cosines;
    if (raw >= strong) meaning = 'strong';
    else if (raw >= Math.min(floor, first ?? 1) && meaning === 'weak') meaning = 'fair';
    if (support !== undefined && raw >= support) supported = true;
  }
  if (meaning === 'strong') return 'strong';
  if (supported && coverage >= COVERAGE_FLOOR) {
    if (byAllWords >= STRONG_BY_WORD && coverage >= ALL_WORDS) return 'strong';
    if (byWord >= FAIR_BY_WORD) return 'fair';
  }
  return meaning;
}
