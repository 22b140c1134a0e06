/**
 * Searching by words. Words come folded and stemmed (words/words.ts); scores are BM25's, higher is better. A store
 * may rank by its own statistics, as long as more of the words, and rarer ones, rank higher.
 */
import type { OwnedHit, OwnedItem, Within } from './vector-search.ts';

/** One searched unit: a word, a compound that is cut in pieces, or a quotation. */
export interface QueryTerm {
  /** Folded pieces, in order; of several, all in a row. */
  tokens: readonly string[];
  stems: readonly string[];
  quoted: boolean;
  /** Every word that begins with the (only) stem. */
  prefix: boolean;
  /** Of a prefix: shorter stems of words that may begin so. */
  completions: readonly string[];
  /** Of a compound: its pieces written as one word, which is found as well. */
  joined: { folded: string; stem: string } | undefined;
}

/** A term for books or topics. Any of them is enough, but for those that are required. */
export interface WantedTerm {
  term: QueryTerm;
  required: boolean;
}

/** The passages that hold a term's words in a row, as the store that found them keeps them. */
export interface FoundPhrase {
  /** False if the store was told to stop before it had looked everywhere. */
  readonly whole: boolean;
}

/** A term as passages are searched for it; one of several words comes with the passages that hold it. */
export interface PassageTerm {
  term: QueryTerm;
  phrase: FoundPhrase | undefined;
  required: boolean;
  /** 1, or more for a term that counts more than once. */
  weight: number;
}

/** In how many passages, books (what is said of them) and topics (labels and aliases) a stem stands. */
export interface StemCounts {
  passages: number;
  books: number;
  topics: number;
}

/** Called between pieces of a long search; false ends it. */
export type Pause = () => Promise<boolean>;

export interface TextSearch {
  /** Each of the stems with its counts. */
  frequencies(stems: Iterable<string>): Promise<ReadonlyMap<string, StemCounts>>;

  /** Passages that can be found. */
  passageCount(): number;
  findPhrase(term: QueryTerm, pause?: Pause): Promise<FoundPhrase>;
  /** The best `limit` passages, best first, lower id first among equals. With required terms, only those with all of them. */
  passages(terms: readonly PassageTerm[], limit: number, within?: Within): Promise<OwnedHit[]>;
  /** Passages that hold one of the rows of folded words as it stands. */
  passagesWithRow(rows: readonly (readonly string[])[], within?: Within): Promise<OwnedItem[]>;
  /**
   * For each of the passages the share of the words that it holds, 0..1: each stem weighed by its rarity
   * (`weighed`), and each word counted as often as it stands in `stems` (`counted`). `ids` without doubles.
   */
  sharesHeld(
    stems: readonly string[],
    ids: readonly number[],
  ): Promise<{ weighed: ArrayLike<number>; counted: ArrayLike<number> }>;
  texts(passages: readonly number[]): Promise<Map<number, string>>;

  /** By title, authors, subjects and description; only `among` these books, if given. */
  books(terms: readonly WantedTerm[], limit: number, among?: ReadonlySet<number>): Promise<OwnedHit[]>;
  /** Books whose title, authors, series or numbers (ISBN) hold every term, in any order. */
  namedBooks(terms: readonly QueryTerm[], limit: number): Promise<number[]>;
  /** By labels and aliases. */
  topics(terms: readonly WantedTerm[], limit: number): Promise<OwnedHit[]>;
}
