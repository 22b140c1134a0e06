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
const WORD = /[\p{L}\p{N}\p{Co}](?:[\p{L}\p{N}\p{Co}]|[\u0300-\u0331])*/gu;
const PLAIN = /^[a-z0-9]+$/;
const MARKS_IN_WORD = /[\u0300-\u0331]/g;
const LATIN_WITH_MARKS = /^[a-z]\p{M}+$/u;

/** Forms of words met so far, by the word as it stands; about 3 MB when full, then it is filled anew. */
const KNOWN = new Map<string, Forms>();
const MAX_KNOWN = 20_000;

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
  let forms = KNOWN.get(word);
  if (forms === undefined) {
    const folded = fold(word);
    forms = { folded, stem: porterStem(folded) };
    if (KNOWN.size >= MAX_KNOWN) KNOWN.clear();
    KNOWN.set(word, forms);
  }
  return forms;
}

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const { folded, stem } = formsOf(word);
    words.push({ start: match.index, end: match.index + word.length, folded, stem });
  }
  return words;
}
