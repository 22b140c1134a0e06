/**
 * A reader's text as terms to search for. The grammar, whole:
 *
 * - Words are joined by OR: more of them, and rarer ones, rank higher. Stop words are left out, unless
 *   nothing else is given.
 * - `"quoted words"` (straight or typographic double quotes) must be in the text in this order, stop words
 *   included; words outside the quotes then only add to the rank. Several quotations must all stand there.
 *   A quotation mark without its partner is ignored. In a text of many words (a pasted paragraph) quotation
 *   marks are not meant for the search: its quotations are joined by OR like words, still in their order.
 * - `whal*` means every word that begins so, from three letters on. The last word of a text that may not be
 *   finished is taken so as well if the library does not know it (`complete`).
 * - Compounds (well-being, o'clock, o’clock) are searched as the pieces in a row; those with hyphens also as one word,
 *   and one word also as a compound that was indexed so (words/words.ts). A possessive's s is left out.
 * - Chinese, Japanese and Korean are searched by pairs of characters, joined by OR like words.
 * - Case, accents and ligatures make no difference (words/fold.ts); words are compared by their Porter stem.
 * - There are no operators: AND, OR, NEAR, ^, : and brackets are words or separators like any others.
 *
 * In labels, common words cost most and say least. They are dropped, commonest first, once the postings of the
 * rarer words add up to the given budget.
 */

import type { QueryTerm, WantedTerm } from '../store/text-search.ts';
import { stemsOfCompletions } from '../words/completions.ts';
import { compoundsOf, isUnspaced, typedWords, type Word } from '../words/words.ts';
import { STOP_WORDS } from './stop-words.ts';

export interface ParsedQuery {
  /** All words, stop words included, in the reader's order; at most MAX_TERMS. */
  sequence: readonly Pick<Word, 'folded' | 'stem'>[];
  /** In the reader's order, without doubles. Stop words only if there is nothing else. */
  terms: readonly QueryTerm[];
  /** The text holds stop words only. */
  onlyStopWords: boolean;
  /** What is quoted must be in the text. */
  strict: boolean;
  /** The text ends within a word that may not be finished: the last of `terms`. */
  open: boolean;
}

/** Terms of a query that are looked at; the rest of a longer text is left to the vector signals. */
export const MAX_TERMS = 64;
/** Terms of one search. */
export const MAX_MATCHED_TERMS = 32;
/** Terms outside quotation marks up to which those are taken for an instruction. */
const MAX_TERMS_BESIDE_QUOTATION = 12;
/** Letters of a beginning: shorter ones would be a good part of all words. */
const MIN_PREFIX_LETTERS = 3;
/** Words of one quotation; FTS5 walks all position lists in step. */
const MAX_QUOTED_WORDS = 32;

/** Pieces of a contraction's or possessive's end. */
const POSSESSIVE = /(?<=\p{L})['’]s$/iu;
const BEGINNING = /^[\p{L}\p{N}]+\*$/u;

/** In what is pasted from a printed page: a word goes on in the next line, other than in "two- and fourfold". */
const LINE_END_HYPHEN =
  /(?<=\p{L})[-\u00ad\u2010\u2011\u00ac]\s+(?=\p{Ll})(?!(?:and|or|to|und|oder|bis|et|ou|y|o|e|en|of)\b)/gu;

const QUOTATION = /["“”„‟«»＂]([^"“”„‟«»＂]*)["“”„‟«»＂]/gu;

/** Any text at all; never throws. */
export function parseQuery(text: string): ParsedQuery {
  const terms: QueryTerm[] = [];
  const stopWords: QueryTerm[] = [];
  const seen = new Set<string>();
  const add = (piece: string, quoted: boolean) => {
    const own = quoted ? piece : piece.replace(POSSESSIVE, '');
    const words = typedWords(own).slice(0, MAX_QUOTED_WORDS);
    if (words.length === 0) return;
    if (!quoted && words.some(({ start }, i) => start <= (words[i - 1]?.end ?? -1))) {
      // Nothing shows where words end: each may stand anywhere.
      for (const word of words) addTerm([word], false, isUnspaced(word.folded) && word.folded.length === 1);
      return;
    }
    const isBeginning = BEGINNING.test(piece) && piece.length > MIN_PREFIX_LETTERS;
    const single = words.length === 1 && words[0]!.folded.length === 1 && isUnspaced(words[0]!.folded);
    const [joined] = compoundsOf(own).filter(
      ({ start, end }) => start === words[0]!.start && end === words.at(-1)!.end,
    );
    addTerm(words, quoted, !quoted && (isBeginning || single), quoted ? undefined : joined);
  };
  const addTerm = (words: readonly Word[], quoted: boolean, prefix: boolean, joined?: Word) => {
    const tokens = words.map((w) => w.folded);
    const completions = prefix ? stemsOfCompletions(tokens[0]!) : [];
    const term = { tokens, stems: words.map((w) => w.stem), quoted, prefix, completions, joined };
    const key = `${quoted && tokens.length > 1}:${prefix}:${term.stems.join(' ')}`;
    if (seen.has(key)) return;
    seen.add(key);
    if (!quoted && tokens.every((t) => STOP_WORDS.has(t))) stopWords.push(term);
    else if (terms.length < MAX_TERMS) terms.push(term);
  };
  const rest = text.replaceAll(QUOTATION, (_all, inside: string) => {
    add(inside.replaceAll(LINE_END_HYPHEN, ''), true);
    return ' ';
  });
  for (const piece of rest.replaceAll(LINE_END_HYPHEN, '-').split(/\s+/u)) add(piece, false);
  const sequence = typedWords(text)
    .slice(0, MAX_TERMS)
    .map(({ folded, stem }) => ({ folded, stem }));
  if (terms.length === 0) {
    return {
      sequence,
      terms: stopWords.slice(0, MAX_TERMS),
      onlyStopWords: true,
      strict: false,
      open: false,
    };
  }
  const beside = terms.filter((term) => !term.quoted).length;
  const last = rest.match(/[\p{L}\p{N}]+$/u)?.[0] ?? '';
  const open =
    last.length >= MIN_PREFIX_LETTERS && terms.at(-1)!.tokens.join() === typedWords(last)[0]?.folded;
  return { sequence, terms, onlyStopWords: false, strict: beside <= MAX_TERMS_BESIDE_QUOTATION, open };
}

/** The query with its last word taken for a beginning, if that may be unfinished and is not `known`. */
export function complete(query: ParsedQuery, known: (stem: string) => boolean): ParsedQuery {
  const last = query.terms.at(-1);
  if (!query.open || last === undefined || known(last.stems[0]!)) return query;
  const completions = stemsOfCompletions(last.tokens[0]!);
  return { ...query, terms: [...query.terms.slice(0, -1), { ...last, prefix: true, completions }] };
}

/** The same words, none of them in quotation marks. */
export function withoutQuotations({ sequence }: ParsedQuery): ParsedQuery {
  return parseQuery(sequence.map(({ folded }) => folded).join(' '));
}

export interface MatchOptions {
  /** Rows of the searched table that hold the stem. */
  frequency: (stem: string) => number;
  /** Rows that the words may touch together before commoner ones are dropped. */
  postingsBudget: number;
}

/** The terms to look for in one table: those that occur in it, in the reader's order. Empty if nothing can be found. */
export function chooseTerms(query: ParsedQuery, options: MatchOptions): WantedTerm[] {
  const measured = query.terms.map((term, place) => ({
    term,
    place,
    required: query.strict && term.quoted,
    // How many words begin so is not known; they are part of the query in any case.
    rows: term.prefix ? 1 : rowsOf(term, options.frequency),
  }));
  if (measured.some((t) => t.required && t.rows === 0)) return [];
  const kept = measured.filter((t) => t.required).slice(0, MAX_MATCHED_TERMS);
  let postings = 0;
  const optional = measured.filter((t) => !t.required && t.rows > 0);
  for (const item of optional.sort((a, b) => a.rows - b.rows || a.place - b.place)) {
    if (kept.length >= MAX_MATCHED_TERMS) break;
    if (kept.length > 0 && postings + item.rows > options.postingsBudget) break;
    postings += item.rows;
    kept.push(item);
  }
  return kept
    .sort((a, b) => a.place - b.place)
    .map(({ term, required }) => ({
      term,
      // "to be or not to be": any of the words would be every passage, all of them are a few.
      required: required || query.onlyStopWords,
    }));
}

/** Rows that hold the term, at most. */
function rowsOf({ stems, joined }: QueryTerm, frequency: (stem: string) => number): number {
  const apart = Math.min(...stems.map(frequency));
  return joined === undefined ? apart : apart + frequency(joined.stem);
}
