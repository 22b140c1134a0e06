/**
 * Truecasing: capitals that come from typography (sentence starts, headings, lines of verse, emphasis) become
 * lower case, capitals that mark a name stay. Taggers take every capital for a name otherwise.
 */
import type { Lexicon } from './lexicon.ts';
import { FUNCTION_WORDS, TITLES } from './word-lists.ts';

/** A word is a name if more than this share of its uses in mid-sentence have a capital. */
const NAME_SHARE = 0.6;
/** The same for words that are in the lexicon: "the White Whale" doesn't make "whale" a name. */
const NAME_SHARE_OF_KNOWN_WORD = 0.75;
/** Above this share of capitals on known words, the book capitalises nouns by style (as "Leviathan" does). */
const STYLED_SHARE = 0.12;
/** A book shorter than this says nothing about its style of capitals, in words. */
const MIN_WORDS_FOR_STYLE = 500;

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu;
const ENDS_SENTENCE = /[.!?:;…—–\n]["'“”‘’)\]*_]*\s*$|^\W*$|[“"‘([]\s*$/u;

/** Words that are part of a name when one follows: "New Zealand", "South Carolina". */
const PLACE_PREFIX =
  /^(?:New|North|South|East|West|Northern|Southern|Great|Old|Saint|Mount|Cape|Lake|Port|Fort|Santa|San)$/;

interface Counts {
  lower: number;
  capital: number;
}

/** How a book writes its words in mid-sentence. */
export class CaseTable {
  readonly #lexicon: Lexicon;
  readonly #counts = new Map<string, Counts>();
  #knownWords = 0;
  #knownCapitals = 0;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Counts the words of one block of running text; call it for the whole book before asking. */
  add(text: string): void {
    for (const match of text.matchAll(WORD)) {
      const word = baseOf(match[0]);
      if (word.length < 2 || isAllCaps(word)) continue;
      const lower = word.toLowerCase();
      const capital = isCapitalised(word);
      if (capital && startsSentence(text, match.index)) continue;
      let counts = this.#counts.get(lower);
      if (counts === undefined) {
        counts = { lower: 0, capital: 0 };
        this.#counts.set(lower, counts);
      }
      if (capital) counts.capital += 1;
      else counts.lower += 1;
      if (word.length > 3 && this.#lexicon.isNoun(lower)) {
        this.#knownWords += 1;
        if (capital) this.#knownCapitals += 1;
      }
    }
  }

  /** The book puts capitals on common nouns. */
  get capitalisesNouns(): boolean {
    return this.#knownWords >= MIN_WORDS_FOR_STYLE && this.#knownCapitals > STYLED_SHARE * this.#knownWords;
  }

  /** Whether a lowercased word is a name in this book. */
  isName(lower: string): boolean {
    if (FUNCTION_WORDS.has(lower)) return false;
    const known = this.#lexicon.hasForm(lower);
    const counts = this.#counts.get(lower);
    if (counts === undefined || counts.lower + counts.capital === 0) return !known;
    if (known && this.capitalisesNouns) return false;
    const share = counts.capital / (counts.capital + counts.lower);
    return share > (known ? NAME_SHARE_OF_KNOWN_WORD : NAME_SHARE);
  }
}

/**
 * The text with plain quotes, hyphens between words opened ("sperm-whale" → "sperm whale"; "son-in-law" stays one)
 * and only names capitalised.
 */
export function truecase(text: string, table: CaseTable): string {
  const plain = text.replaceAll(/[’‘]/g, "'").replaceAll(/[“”]/g, '"').replaceAll('\u00ad', '');
  // Begins at the first letter only: a run of letters without a hyphen is then looked at once, not from each letter on.
  const opened = plain.replaceAll(/(?<!\p{L})\p{L}+(?:[-‐‑]\p{L}+)+/gu, (compound) =>
    /[-‐‑](?:in|of|to|the|and|a|at|by|on)[-‐‑]/iu.test(compound)
      ? compound.replaceAll(/[‐‑]/g, '-')
      : compound.replaceAll(/[-‐‑]/g, ' '),
  );
  return opened.replaceAll(WORD, (word, offset: number) => {
    if (word === 'I' || word.startsWith("I'")) return word;
    const base = baseOf(word);
    if (base === base.toLowerCase()) return word;
    const lower = base.toLowerCase();
    const rest = word.slice(base.length);
    if (isAllCaps(base)) {
      return (table.isName(lower) ? capitalised(lower) : lower) + rest.toLowerCase();
    }
    if (table.isName(lower) || followsTitle(opened, offset)) return word;
    if (PLACE_PREFIX.test(base) && precedesName(opened, offset + word.length, table)) return word;
    return lower + rest;
  });
}

/** The word without its clitic: "whale's" → "whale". */
function baseOf(word: string): string {
  const apostrophe = word.search(/['’]/);
  return apostrophe === -1 ? word : word.slice(0, apostrophe);
}

function isCapitalised(word: string): boolean {
  const first = word.charAt(0);
  return first !== first.toLowerCase();
}

function isAllCaps(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
}

function capitalised(lower: string): string {
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}

function startsSentence(text: string, offset: number): boolean {
  return ENDS_SENTENCE.test(text.slice(Math.max(0, offset - 8), offset));
}

function precedesName(text: string, end: number, table: CaseTable): boolean {
  const next = /^ (\p{L}+)/u.exec(text.slice(end, end + 24))?.[1];
  return next !== undefined && isCapitalised(next) && table.isName(next.toLowerCase());
}

function followsTitle(text: string, offset: number): boolean {
  const before = /(\p{L}+)\.?\s$/u.exec(text.slice(Math.max(0, offset - 16), offset))?.[1];
  return before !== undefined && isCapitalised(before) && TITLES.has(before.toLowerCase());
}
