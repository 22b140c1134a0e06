/**
 * English words with what they can be: the background knowledge behind candidates, filters and scores.
 *
 * data/lexicon.txt.gz holds a line an entry, `word<TAB>number`, sorted. Words are lowercase singles ("whale") or
 * noun compounds of two or three words ("sperm whale"). The number packs the flags below in base 36.
 * Made from WordNet 3.1 (see data/LICENSE-WORDNET.txt) by scripts/build-lexicon.ts.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface LexiconEntry {
  noun: boolean;
  verb: boolean;
  adjective: boolean;
  adverb: boolean;
  /** Known as a person's name when capitalised. */
  person: boolean;
  /** Known as a place's name when capitalised. */
  place: boolean;
  /** Always capitalised, yet no single person's or place's name: "French", "Christianity". */
  capitalised: boolean;
  /** As often noun as anything else. */
  mostlyNoun: boolean;
  /** 0 (rare) to 15: log2 of 1 + uses in tagged text and glosses. */
  commonness: number;
}

const FLAGS = [
  'noun',
  'verb',
  'adjective',
  'adverb',
  'person',
  'place',
  'capitalised',
  'mostlyNoun',
] as const;
const COMMONNESS_SHIFT = FLAGS.length;

/** The packed form of an entry, as it is in the file. */
export function encodeEntry(entry: LexiconEntry): string {
  let bits = entry.commonness << COMMONNESS_SHIFT;
  FLAGS.forEach((flag, i) => {
    if (entry[flag]) bits |= 1 << i;
  });
  return bits.toString(36);
}

const NOUN = 1;
const VERB = 2;
const ADJECTIVE = 4;
const ADVERB = 8;
const COMMON = NOUN | VERB | ADJECTIVE | ADVERB;
const PERSON = 16;
const PLACE = 32;
const CAPITALISED = 64;
const MOSTLY_NOUN = 128;

export class Lexicon {
  readonly #entries: ReadonlyMap<string, number>;

  constructor(entries: ReadonlyMap<string, number>) {
    this.#entries = entries;
  }

  #bits(word: string): number {
    return this.#entries.get(word) ?? 0;
  }

  /** A common word of any class; names do not count. Inflected forms are not entries of their own. */
  has(word: string): boolean {
    return (this.#bits(word) & COMMON) !== 0;
  }

  isNoun(word: string): boolean {
    return (this.#bits(word) & NOUN) !== 0;
  }

  isAdjective(word: string): boolean {
    return (this.#bits(word) & ADJECTIVE) !== 0;
  }

  isVerb(word: string): boolean {
    return (this.#bits(word) & VERB) !== 0;
  }

  isAdverb(word: string): boolean {
    return (this.#bits(word) & ADVERB) !== 0;
  }

  /** At least as often a noun as anything else. */
  isMostlyNoun(word: string): boolean {
    return (this.#bits(word) & MOSTLY_NOUN) !== 0;
  }

  isPersonName(word: string): boolean {
    return (this.#bits(word) & PERSON) !== 0;
  }

  isPlaceName(word: string): boolean {
    return (this.#bits(word) & PLACE) !== 0;
  }

  /** Written with a capital, but common to many books: "French", "Christianity". */
  isCapitalisedWord(word: string): boolean {
    return (this.#bits(word) & CAPITALISED) !== 0;
  }

  /** A verb that is neither noun nor adjective. */
  isOnlyVerb(word: string): boolean {
    return (this.#bits(word) & (NOUN | VERB | ADJECTIVE)) === VERB;
  }

  /** 0 for rare or unknown words up to 15 for "be". */
  commonness(word: string): number {
    return this.#bits(word) >> COMMONNESS_SHIFT;
  }

  /** True for `word` or a regular inflection (plural, -ed, -ing, -er, -est, -ly) of an entry. */
  hasForm(word: string): boolean {
    return this.has(word) || regularBases(word).some((base) => this.has(base));
  }
}

/** What a regularly inflected form may come from: "ponies" → "pony", "tried" → "try", "running" → "run". */
export function regularBases(word: string): string[] {
  const bases: string[] = [];
  const strip = (suffix: string, ...endings: string[]) => {
    if (!word.endsWith(suffix) || word.length - suffix.length < 2) return;
    const stem = word.slice(0, -suffix.length);
    for (const ending of endings) bases.push(stem + ending);
    if (endings.length > 1 && stem.at(-1) === stem.at(-2)) bases.push(stem.slice(0, -1));
  };
  strip('ies', 'y');
  strip('ves', 'f', 'fe');
  strip('es', '');
  strip('s', '');
  strip('men', 'man');
  strip('ied', 'y');
  strip('ed', '', 'e');
  strip('ing', '', 'e');
  strip('er', '', 'e');
  strip('est', '', 'e');
  strip('ly', '', 'le');
  return bases;
}

const LEXICON_FILE = path.join(import.meta.dirname, '../../data/lexicon.txt.gz');
let shipped: Lexicon | undefined;

/** The shipped lexicon, read once (about 20 ms). */
export function loadLexicon(): Lexicon {
  shipped ??= parseLexicon(gunzipSync(readFileSync(LEXICON_FILE)).toString('latin1'));
  return shipped;
}

/** Reads the text form; see the head of this file. */
export function parseLexicon(text: string): Lexicon {
  const entries = new Map<string, number>();
  // Walked rather than split: 114,000 lines at once would double the memory this takes.
  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const tab = text.indexOf('\t', start);
    if (tab > start && tab < end)
      entries.set(text.slice(start, tab), Number.parseInt(text.slice(tab + 1, end), 36));
    start = end + 1;
  }
  return new Lexicon(entries);
}
