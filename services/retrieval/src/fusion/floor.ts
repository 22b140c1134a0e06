/**
 * Whether an answer is more than noise. Fusion always ranks something first; this looks at the evidence itself.
 *
 * Passages looked for by word and by meaning are judged by the sum of their evidence, as in a logistic regression:
 * no piece of it decides alone, and more passages must bring nearer ones, because the nearest of many is near by
 * chance. The weights are fitted by `node test/relevance/floor.ts`; test/relevance/README.md has what they do to
 * queries with and without an answer. Where words or meaning alone were asked, each has a floor of its own.
 *
 * The cosines stand in the model's profile; the weights were fitted to those of BGE-small-en-v1.5, where unrelated texts
 * lie between 0.45 and 0.63.
 */
import { PROFILE } from '@libtrails/models/profile';
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
export const SUPPORT_FLOOR = PROFILE.calibration.relevance.support;

/**
 * Best raw score a semantic signal must reach for one item, where it is not judged beside others. For
 * BGE-small-en-v1.5: passages off topic 0.61, random 0.63, nine in ten answerable topics above 0.64; books off topic
 * 0.58, random 0.60, three in four answerable sentences above 0.61; labels, which lie closer together, off topic 0.78,
 * three in four answerable topics above 0.80; phrases off topic 0.66, three in four answerable topics above 0.73.
 */
export const COSINE_FLOORS: Partial<Record<SignalName, number>> = PROFILE.calibration.relevance.floors;

/** What passages say that were looked for by word and by meaning. */
export interface PassageEvidence {
  /** Passages that were looked at. */
  searched: number;
  /** Mean cosine of the three nearest. */
  nearest: number;
  /** Best cosine of those found by word; undefined if there are none. */
  agreeing: number | undefined;
  /** A word of the query stands in no passage. */
  unknown: boolean;
  /** Words that are looked for: stop words aside. */
  words: number;
  /** One of them stands in a title, an author's name, a subject or a description. */
  named: boolean;
}

export interface BestEvidence {
  /** 0..1; 0 without a keyword hit. */
  coverage: number;
  /** The reader looks for one word, or for what stands in the text as typed: where it stands it is relevant. */
  literal: boolean;
  /** Best raw cosine of each semantic signal that answered. */
  cosines: Partial<Record<SignalName, number>>;
  passages: PassageEvidence | undefined;
}

/** From so many words on a query is a sentence: all of them hardly stand together anywhere. */
const SENTENCE_WORDS = 5;
/** Coverage from which on no word is missing. */
const ALL_WORDS = 1 - 1e-9;
/** Cosines are counted in tenths from about where those of unrelated texts end. */
const PLAIN_COSINE = PROFILE.calibration.relevance.unrelated;
const tenths = (cosine: number) => 10 * (cosine - PLAIN_COSINE);

/** The pieces of evidence: what each is, in the order of WEIGHTS. */
export const PIECES: Record<string, (passages: PassageEvidence, coverage: number) => number> = {
  'words and meaning agree': ({ agreeing }, coverage) =>
    agreeing === undefined ? 0 : tenths(agreeing) * coverage,
  'words stand together': (_passages, coverage) => coverage ** 2,
  'all of them do': (_passages, coverage) => (coverage >= ALL_WORDS ? 1 : 0),
  'a word is unknown': ({ unknown }) => (unknown ? 1 : 0),
  'passages are near': ({ nearest }) => tenths(nearest),
  'a book is about it': ({ named }) => (named ? 1 : 0),
  'it is a sentence': ({ words }) => (words >= SENTENCE_WORDS ? 1 : 0),
  'many passages': ({ searched }) => Math.log(Math.max(1, searched)),
};

/** Fitted; 0 lies where nine in ten queries without an answer are refused. */
export const WEIGHTS: Record<string, number> = {
  'words and meaning agree': 1.7,
  'words stand together': 1.6,
  'all of them do': 1.4,
  'a word is unknown': -2,
  'passages are near': 3.4,
  'a book is about it': 2,
  'it is a sentence': 2.1,
  'many passages': -0.7,
};
export const OFFSET = 3.4;

/** The sum of evidence: above 0 the answer is relevant. */
export function sumOfEvidence(passages: PassageEvidence, coverage: number): number {
  return Object.entries(PIECES).reduce(
    (sum, [name, piece]) => sum + WEIGHTS[name]! * piece(passages, coverage),
    OFFSET,
  );
}

/** True if the evidence is worth showing. */
export function isRelevant({ coverage, literal, cosines, passages }: BestEvidence): boolean {
  if (literal && coverage >= COVERAGE_FLOOR) return true;
  if (passages !== undefined) return sumOfEvidence(passages, coverage) >= 0;
  const meaning = cosines.vec_chunks ?? SUPPORT_FLOOR;
  if (coverage >= COVERAGE_FLOOR && meaning >= SUPPORT_FLOOR) return true;
  return (Object.keys(COSINE_FLOORS) as SignalName[]).some((name) => {
    const cosine = cosines[name];
    return cosine !== undefined && cosine >= COSINE_FLOORS[name]!;
  });
}
