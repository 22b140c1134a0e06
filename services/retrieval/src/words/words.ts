/**
 * Text as FTS5 sees it under `porter unicode61 remove_diacritics 2`: runs of letters and digits, folded,
 * stemmed. Everything else (apostrophes straight or curly, hyphens, quotes) separates.
 */
import { porterStem } from './porter.ts';

export interface Word {
  /** Half-open UTF-16 range in the text. */
  start: number;
  end: number;
  /** Lower case, without diacritics. */
  folded: string;
  stem: string;
}

// U+0300..U+0331 are the combining marks that unicode61 takes for part of a word.
const WORD_HERE = /[\p{L}\p{N}\p{Co}](?:[\p{L}\p{N}\p{Co}]|[\u0300-\u0331])*/uy;
/** First character that is not ASCII; quotation marks and dashes from U+2010 to U+205F are never part of a word. */
const BEYOND_ASCII = 0x80;
const PUNCTUATION_FROM = 0x2010;
const PUNCTUATION_TO = 0x205f;
const PLAIN = /^[a-z0-9]+$/;
const MARKS_IN_WORD = /[\u0300-\u0331]/g;
const LATIN_WITH_MARKS = /^[a-z]\p{M}+$/u;

/** Forms of words met lately, by the word as it stands, and of those met before that; about 3 MB when full. */
let known = new Map<string, Forms>();
let knownBefore = new Map<string, Forms>();
const MAX_KNOWN = 10_000;
/** Longer pieces of a text keep the whole text in memory (V8's sliced strings). */
const MAX_UNSLICED = 12;

interface Forms {
  folded: string;
  stem: string;
}

/** Lower case; Latin letters lose their diacritics, as in FTS5. */
function fold(token: string): string {
  // Unicode folds the sigma at a word's end to the common one; lower-casing does not.
  const lower = token.toLowerCase().replaceAll('ς', 'σ');
  if (PLAIN.test(lower)) return lower;
  let out = '';
  for (const character of lower.replace(MARKS_IN_WORD, '')) {
    const parts = character.normalize('NFD');
    out += LATIN_WITH_MARKS.test(parts) ? parts[0] : character;
  }
  return out;
}

/** Folded form and stem of a word, as FTS5 indexes it. */
export function formsOf(word: string): Forms {
  const forms = known.get(word);
  if (forms !== undefined) return forms;
  const own = word.length > MAX_UNSLICED ? Buffer.from(word).toString() : word;
  const met = knownBefore.get(own) ?? formsAnew(own);
  if (known.size >= MAX_KNOWN) [known, knownBefore] = [new Map(), known];
  known.set(own, met);
  return met;
}

function formsAnew(word: string): Forms {
  const folded = fold(word);
  return { folded, stem: porterStem(folded) };
}

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOfWord(text, start);
    if (end > start) {
      const { folded, stem } = formsOf(text.slice(start, end));
      words.push({ start, end, folded, stem });
    }
    // What ends a word is not part of one, but for half a character beyond the basic plane.
    start = end + 1;
  }
  return words;
}

/** Where the word that begins at `start` ends; `start` if none begins there. Plain letters need no expression. */
function endOfWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && isPlain(text.charCodeAt(end))) end += 1;
  if (end === text.length) return end;
  const next = text.charCodeAt(end);
  if (next < BEYOND_ASCII || (next >= PUNCTUATION_FROM && next <= PUNCTUATION_TO)) return end;
  WORD_HERE.lastIndex = start;
  return WORD_HERE.test(text) ? WORD_HERE.lastIndex : start;
}

/** An ASCII letter or digit. */
const isPlain = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
