/**
 * A text's words: runs of letters and digits, folded and stemmed. Everything else (apostrophes straight, curly or
 * U+02BC, hyphens, quotes) separates. Chinese, Japanese and Korean are cut into pairs of characters that overlap, since
 * nothing shows where a word ends (as Lucene's CJKBigramFilter does); Thai, Lao, Khmer and Burmese by ICU's dictionary.
 *
 * FTS5 is given the same words (`indexedText`), so all searches agree on them.
 */
import { fold } from './fold.ts';
import { porterStem } from './porter.ts';

export interface Word {
  /** Half-open UTF-16 range in the text. Pairs of characters overlap. */
  start: number;
  end: number;
  /** In the common form of `fold`. */
  folded: string;
  stem: string;
}

const SCRIPTS = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}ー々ｰﾞﾟ]';
/** Voicing marks of kana, and selectors of a character's variant. */
const KANA_MARKS = '\\u3099\\u309a\\p{Variation_Selector}';
/** PDFs name characters by the radicals that look alike. */
const RADICALS = '\\u2f00-\\u2fd5';
const PAIRED = `[[${SCRIPTS}&&[\\p{L}\\p{N}]]${RADICALS}]`;
/** What counts as one character: with its marks, half-width kana with theirs, a Hangul syllable of its letters. */
const CHARACTER = new RegExp(
  `[\\u1100-\\u115f][\\u1160-\\u11a7][\\u11a8-\\u11ff]?|[\\uff66-\\uff9d][ﾞﾟ]|.[${KANA_MARKS}]*`,
  'vgs',
);
const DICTIONARY = '[\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}]';
const NO_LETTER = '[\\u02bb\\u02bc]';
const LETTER = `[[\\p{L}\\p{N}\\p{Co}]--${NO_LETTER}--${PAIRED}--${DICTIONARY}]`;
/** Marks belong to their word, also joiners and soft hyphens. */
const WORD_HERE = new RegExp(`${LETTER}(?:${LETTER}|[\\p{M}\\u00ad\\u200c\\u200d])*`, 'vy');
const PAIRED_HERE = new RegExp(`${PAIRED}[${PAIRED}${KANA_MARKS}]*`, 'vy');
const DICTIONARY_HERE = new RegExp(`${DICTIONARY}+`, 'vy');
/** A hyphen, also at a line's end, after which the word goes on in lower case; the apostrophe of names. */
const JOINING = "(?:[\\-\\u2010\\u2011](?:\\s(?=\\p{Ll}))?|['’\\u02bc](?=\\p{Lu}\\p{L}\\p{L}))";
const COMPOUND = new RegExp(`(?:${LETTER}|\\p{M})+(?:${JOINING}(?:${LETTER}|\\p{M})+)+`, 'vy');
const BEFORE_HYPHEN = new RegExp(`(?:${LETTER}|\\p{M})+$`, 'vg');
const HYPHENS = /(?<=[^\s])(?:[-\u2010\u2011](?=[^\s]|\s\p{Ll})|['’\u02bc](?=\p{Lu}\p{L}\p{L}))/gu;
const HYPHEN = /['’\u02bc]|[-\u2010\u2011]\s?/;
/** Letters of a compound's first part. */
const MAX_LETTERS = 40;
/** A longer chain of hyphens is no word. */
const MAX_PARTS = 5;

/** Quotation marks and dashes from U+2010 to U+205F are never part of a word. */
const BEYOND_ASCII = 0x80;
const PUNCTUATION_FROM = 0x2010;
const PUNCTUATION_TO = 0x205f;

let segmenter: Intl.Segmenter | undefined;

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

/** Folded form and stem of a word, as it is indexed. */
export function formsOf(word: string): Forms {
  const forms = known.get(word);
  if (forms !== undefined) return forms;
  const own = word.length > MAX_UNSLICED ? Buffer.from(word).toString() : word;
  const met = knownBefore.get(own) ?? newForms(own);
  if (known.size >= MAX_KNOWN) [known, knownBefore] = [new Map(), known];
  known.set(own, met);
  return met;
}

function newForms(word: string): Forms {
  const folded = fold(word);
  return { folded, stem: porterStem(folded) };
}

/** The words of a text in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (let start = 0; start < text.length; ) {
    const code = text.charCodeAt(start);
    if (code < BEYOND_ASCII && !isPlain(code)) {
      start += 1;
      continue;
    }
    const end = endOfWord(text, start);
    if (end > start) {
      // Named one by one: a spread is slower, and every hit of a search comes through here.
      const { folded, stem } = formsOf(text.slice(start, end));
      if (folded !== '') words.push({ start, end, folded, stem });
      start = end;
    } else start = addUnspaced(text, start, words);
  }
  return words;
}

/** Words with hyphens as they are written without: "to-day" is "today" as well, also "to- day"; "O'Brien" is "obrien". In order. */
export function compoundsOf(text: string): Word[] {
  const compounds: Word[] = [];
  let after = 0;
  for (const { index } of text.matchAll(HYPHENS)) {
    if (index < after) continue;
    // Looks at the letters around a hyphen only: most of a text is far from any.
    BEFORE_HYPHEN.lastIndex = Math.max(after, index - MAX_LETTERS);
    const [first] = BEFORE_HYPHEN.exec(text.slice(0, index)) ?? [];
    if (first === undefined) continue;
    COMPOUND.lastIndex = index - first.length;
    const [compound] = COMPOUND.exec(text) ?? [];
    if (compound === undefined) continue;
    const start = index - first.length;
    after = start + compound.length;
    const parts = compound.split(HYPHEN);
    if (parts.length > MAX_PARTS) continue;
    const folded = parts.map(fold).join('');
    compounds.push({ start, end: after, folded, stem: porterStem(folded) });
  }
  return compounds;
}

/** Every form under which a text is found: its words, then its compounds. */
export function indexedWords(text: string): Word[] {
  return [...wordsOf(text), ...compoundsOf(text)];
}

/** The same as a text that FTS5 cuts into the same words; compounds stand at the end, where they part no others. */
export function indexedText(text: string): string {
  return indexedWords(text)
    .map(({ folded }) => folded)
    .join(' ');
}

/** Where the word that begins at `start` ends; `start` if none begins there. Plain letters need no expression. */
function endOfWord(text: string, start: number): number {
  let end = start;
  while (end < text.length && isPlain(text.charCodeAt(end))) end += 1;
  if (end === text.length) return end;
  const next = text.charCodeAt(end);
  if (next < BEYOND_ASCII || (next >= PUNCTUATION_FROM && next <= PUNCTUATION_TO)) {
    return end === start + 1 ? endOfLanguage(text, start, end) : end;
  }
  WORD_HERE.lastIndex = start;
  return WORD_HERE.test(text) ? WORD_HERE.lastIndex : start;
}

/** The end of "C++" or "C#", else that of the letter. */
function endOfLanguage(text: string, start: number, end: number): number {
  const mark = text.startsWith('++', end) ? 2 : text[end] === '#' ? 1 : 0;
  const after = text.charCodeAt(end + mark);
  if (mark === 0 || !/[a-z]/i.test(text[start]!) || isPlain(after)) return end;
  return end + mark;
}

/** Adds the words of a run of letters without spaces; returns where to go on. */
function addUnspaced(text: string, start: number, words: Word[]): number {
  PAIRED_HERE.lastIndex = start;
  if (PAIRED_HERE.test(text)) {
    const end = PAIRED_HERE.lastIndex;
    const characters = text.slice(start, end).match(CHARACTER)!;
    let at = start;
    for (const [i, character] of characters.entries()) {
      const pair = character + (characters[i + 1] ?? '');
      // The last one stands alone, so that each character begins a word.
      words.push({ start: at, end: at + pair.length, ...formsOf(pair) });
      at += character.length;
    }
    return end;
  }
  DICTIONARY_HERE.lastIndex = start;
  if (!DICTIONARY_HERE.test(text)) return start + 1;
  const end = DICTIONARY_HERE.lastIndex;
  segmenter ??= new Intl.Segmenter('th', { granularity: 'word' });
  for (const { segment, index, isWordLike } of segmenter.segment(text.slice(start, end))) {
    if (isWordLike !== true) continue;
    const at = start + index;
    words.push({ start: at, end: at + segment.length, ...formsOf(segment) });
  }
  return end;
}

/** An ASCII letter or digit. */
const isPlain = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

/**
 * The words of what a reader types, from each run of paired characters without the single last one, unless it is all
 * there is: "灯塔" is one word, the beginning of others is not asked for.
 */
export function typedWords(text: string): Word[] {
  const words = wordsOf(text);
  return words.filter(({ start, end }, i) => {
    const before = words[i - 1];
    return !(before !== undefined && before.end === end && before.start < start);
  });
}

/** True for a word of a script that is written without spaces between words. */
export function isUnspaced(word: string): boolean {
  PAIRED_HERE.lastIndex = 0;
  DICTIONARY_HERE.lastIndex = 0;
  return PAIRED_HERE.test(word) || DICTIONARY_HERE.test(word);
}

/** True if every word of `typed` begins a word of the text. */
export function beginsWords(typed: readonly Word[], text: string): boolean {
  const own = indexedWords(text);
  return typed.every(({ folded }) => own.some((other) => other.folded.startsWith(folded)));
}
