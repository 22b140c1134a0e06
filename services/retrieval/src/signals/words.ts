/**
 * Text as FTS5 sees it under `porter unicode61 remove_diacritics 2`: runs of letters and digits, folded,
 * stemmed. Everything else (apostrophes straight or curly, hyphens, quotes) separates.
 */
import { LRUCache } from 'lru-cache';
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
const WORD = /[\p{L}\p{N}\p{Co}](?:[\p{L}\p{N}\p{Co}]|[\u0300-\u0331])*/gu;
const PLAIN = /^[a-z0-9]+$/;
const MARKS_IN_WORD = /[\u0300-\u0331]/g;
const LATIN_WITH_MARKS = /^[a-z]\p{M}+$/u;

/** Stems of the words met last: a library's working vocabulary, about 3 MB. */
const STEMS = new LRUCache<string, string>({ max: 20_000 });

/** Lower case; Latin letters lose their diacritics, as in FTS5. */
export function fold(token: string): string {
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

/** The stem FTS5 indexes for a folded token. */
export function stemOf(folded: string): string {
  let stem = STEMS.get(folded);
  if (stem === undefined) {
    stem = porterStem(folded);
    STEMS.set(folded, stem);
  }
  return stem;
}

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const folded = fold(match[0]);
    words.push({ start: match.index, end: match.index + match[0].length, folded, stem: stemOf(folded) });
  }
  return words;
}
