/**
 * Whether an answer is more than noise. Fusion always ranks something first; this looks at the evidence itself.
 *
 * Passages looked for by word and by meaning are judged by the sum of their evidence, as in a logistic regression:
 * no piece of it decides alone, and more passages must bring nearer ones, because the nearest of many is near by
 * chance. The weights are fitted by `node test/programs/relevance/floor.ts`; test/programs/relevance/README.md has what they do to
 * queries with and without an answer. Where words or meaning alone were asked, words have a floor here and each semantic
 * signal brings its own.
 *
 * The weights were fitted to cosines of BGE-small-en-v1.5, where unrelated texts lie between 0.45 and 0.63.
 */
import { PROFILE } from '@libtrails/models/profile';
import type { SemanticDescription } from './signal-description.ts';

/**
 * Share of the query's words, weighed by rarity, that must stand close together in the best keyword hit.
 * Off topic 0.76 at most, biomedical claims 0.61; most answerable topics reach 1.
 */
export const COVERAGE_FLOOR = 0.8;

/** What passages say that were looked for by word and by meaning. */
export interface PassageEvidence {
  /** Passages that were looked at. */
  searched: number;
  /** Mean cosine of the three nearest. */
  nearest: number;
  /** Best cosine of those found by word; undefined if there are none. */
  agreeing: number | undefined;
  /** A word of the query is in no passage. */
  unknown: boolean;
  /** One was, and its nearest spelling was searched instead. */
  respelt: boolean;
  /** Words that are looked for: stop words aside. */
  words: number;
  /** One of them is in a title, an author's name, a subject or a description. */
  named: boolean;
}

export interface BestEvidence {
  /** 0..1; 0 without a keyword hit. */
  coverage: number;
  /** The reader looks for one word, or for text as typed: where it is found, it is relevant. */
  literal: boolean;
  /** Best raw cosine of each semantic signal that answered. */
  cosines: ReadonlyMap<SemanticDescription, number>;
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
  'a word is respelt': ({ respelt }) => (respelt ? 1 : 0),
  'passages are near': ({ nearest }) => tenths(nearest),
  'a book is about it': ({ named }) => (named ? 1 : 0),
  'it is a sentence': ({ words }) => (words >= SENTENCE_WORDS ? 1 : 0),
  'many passages': ({ searched }) => Math.log(Math.max(1, searched)),
};

/**
 * Fitted; 0 lies where nine in ten queries without an answer are refused. Only the weight of a respelt word is chosen:
 * of one slip in a word, at most one in ten may end in "nothing" (test/programs/relevance/misspellings.ts).
 */
export const WEIGHTS: Record<string, number> = {
  'words and meaning agree': 1.7,
  'words stand together': 1.6,
  'all of them do': 1.4,
  'a word is unknown': -2,
  'a word is respelt': -0.8,
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
  const best = [...cosines].map(([signal, cosine]) => ({ ...signal.cosines, cosine }));
  const supported = best.every(({ support, cosine }) => support === undefined || cosine >= support);
  return (supported && coverage >= COVERAGE_FLOOR) || best.some(({ floor, cosine }) => cosine >= floor);
}
