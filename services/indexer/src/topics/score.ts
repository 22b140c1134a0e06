/** How well a candidate names what its passage is about: first by counts alone, then with vectors. */

import { PROFILE } from '@libtrails/models/profile';
import type { PassageCandidate, TableEntry } from './candidate-table.ts';
import type { CentredLabel } from './centred-label.ts';
import type { Lexicon } from './lexicon.ts';
import { STAGE_WORDS } from './word-lists.ts';

/** Candidates of a passage that are worth embedding. */
export const PRESELECTED = 24;
/** Phrases of a passage at most. */
export const MAX_PHRASES = 5;

const LENGTH_WEIGHT = { one: 0.75, twoOrThree: 1, longer: 0.85 } as const;
/** Passages after which a candidate counts as a subject of the whole book. */
const WHOLE_BOOK_PASSAGES = 20;
const RECURRENCE_WEIGHT = 0.35;
const REPEATED_BONUS = 0.1;
const KNOWN_EXPRESSION_BONUS = 0.12;
/** Commonness (see lexicon.ts) of a word that says nothing by itself. */
const COMMONEST = 10;

/**
 * Score by counts: often here, not everywhere in the book, made of rare words, recurring, an expression of the
 * lexicon. About 0 to 2.
 * @param passages number of passages in the book
 */
export function countScore(candidate: PassageCandidate, passages: number, lexicon: Lexicon): number {
  const { entry, count } = candidate;
  const inBook = Math.log((passages + 2) / (entry.passages + 1)) / Math.log(passages + 2);
  const inEnglish = Math.max(...entry.content.map((word) => rarity(word, lexicon)));
  const length = entry.content.length;
  const lengthWeight =
    length === 1 ? LENGTH_WEIGHT.one : length <= 3 ? LENGTH_WEIGHT.twoOrThree : LENGTH_WEIGHT.longer;
  const recurrence = Math.min(1, Math.log(entry.passages) / Math.log(WHOLE_BOOK_PASSAGES));
  return (
    (1 + 0.5 * Math.log(count)) * (0.5 * inBook + 0.5 * inEnglish) * lengthWeight +
    RECURRENCE_WEIGHT * recurrence * inEnglish +
    (entry.passages > 1 ? REPEATED_BONUS : 0) +
    (entry.known ? KNOWN_EXPRESSION_BONUS : 0)
  );
}

/** 1 for words that English hardly uses, 0 for the commonest. */
export function rarity(word: string, lexicon: Lexicon): number {
  return 1 - Math.min(COMMONEST, lexicon.commonness(word)) / COMMONEST;
}

/** The best candidates by counts, ties in the order of the text. */
export function preselect(
  candidates: readonly PassageCandidate[],
  passages: number,
  lexicon: Lexicon,
): { entry: TableEntry; countScore: number }[] {
  return candidates
    .map((candidate) => ({ entry: candidate.entry, countScore: countScore(candidate, passages, lexicon) }))
    .sort((a, b) => b.countScore - a.countScore)
    .slice(0, PRESELECTED);
}

export interface Scored {
  entry: TableEntry;
  label: CentredLabel;
  score: number;
}

const COHERENCE_WEIGHT = 0.6;
const COUNT_WEIGHT = 0.12;
const REPEATED_STEP = 0.03;
/** "buffooning clown": what a single passage says with an adjective is mostly a turn of phrase, not a subject. */
const ONE_OFF_PENALTY = 0.1;
/** "the carriage", "her arrival": every story has them, few passages are about them. */
const STAGE_PENALTY = 0.12;
const OF_PENALTY = 0.06;
const LONG_OF_PENALTY = 0.12;
const KNOWN_EXPRESSION_STEP = 0.04;
/** For each level of commonness above FREE_COMMONNESS, a single noun loses this much. */
const COMMON_NOUN_PENALTY = 0.025;
const FREE_COMMONNESS = 3;
/** Below this a candidate has nothing to do with its passage. */
const MIN_COSINE = PROFILE.calibration.topics.candidate;
const MIN_COSINE_OF_NOUN = PROFILE.calibration.topics.candidateNoun;

/** Score with meaning; undefined if the candidate is too far from what the passage says. */
export function meaningScore(
  entry: TableEntry,
  countScore: number,
  cosine: number,
  coherence: number,
  lexicon: Lexicon,
): number | undefined {
  const single = entry.shape === 'noun';
  if (cosine < (single ? MIN_COSINE_OF_NOUN : MIN_COSINE)) return undefined;
  let score = cosine + COHERENCE_WEIGHT * coherence + COUNT_WEIGHT * countScore;
  score += entry.passages > 1 ? REPEATED_STEP : -REPEATED_STEP;
  if (entry.known) score += KNOWN_EXPRESSION_STEP;
  else if (isOneOff(entry, lexicon)) score -= ONE_OFF_PENALTY;
  if (entry.shape === 'of') score -= OF_PENALTY + (entry.content.length > 3 ? LONG_OF_PENALTY : 0);
  if (STAGE_WORDS.has(entry.key.slice(entry.key.lastIndexOf(' ') + 1))) score -= STAGE_PENALTY;
  if (single) {
    const above = Math.max(0, lexicon.commonness(entry.content[0]!) - FREE_COMMONNESS);
    score -= COMMON_NOUN_PENALTY * above;
  }
  return score;
}

/** Said once in the book, and its first word describes rather than names. */
function isOneOff({ shape, passages, content }: TableEntry, lexicon: Lexicon): boolean {
  return shape !== 'noun' && passages === 1 && !lexicon.isMostlyNoun(content[0]!);
}

const COHERENCE_PRIOR = 0.15;
const COHERENCE_PRIOR_WEIGHT = 3;

/**
 * Mean cosine of a candidate with all passages that hold it, drawn towards a prior where they are few. Low for
 * words that occur anywhere ("hearty assent").
 */
export function coherence(sumOfCosines: number, passages: number): number {
  return (sumOfCosines + COHERENCE_PRIOR) / (passages + COHERENCE_PRIOR_WEIGHT);
}

const DIVERSITY_WEIGHT = 0.15;

/**
 * Picks by maximal marginal relevance (Carbonell and Goldstein 1998): the best score less the likeness to what is
 * picked already; two picks share no content word. Ties go to the smaller key.
 */
export function pickDiverse(candidates: readonly Scored[], limit: number, minScore: number): Scored[] {
  const pool = candidates
    .filter((candidate) => candidate.score >= minScore)
    .sort((a, b) => b.score - a.score || (a.entry.key < b.entry.key ? -1 : 1));
  const likeness = new Float64Array(pool.length);
  const taken = new Set<string>();
  const picks: Scored[] = [];
  while (picks.length < limit) {
    let best = -1;
    let bestValue = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < pool.length; i++) {
      if (pool[i]!.entry.content.some((word) => taken.has(word))) continue;
      const value = pool[i]!.score - DIVERSITY_WEIGHT * likeness[i]!;
      if (value > bestValue) {
        bestValue = value;
        best = i;
      }
    }
    if (best === -1) return picks;
    const pick = pool[best]!;
    picks.push(pick);
    for (const word of pick.entry.content) taken.add(word);
    for (let i = 0; i < pool.length; i++) {
      likeness[i] = Math.max(likeness[i]!, pool[i]!.label.cosineWith(pick.label));
    }
  }
  return picks;
}
