/** One form for the spellings of a word: case, accents, ligatures and letters that people type as others. */

/** Letters that have no decomposition, as they are typed on other keyboards. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ...{ æ: 'ae', œ: 'oe', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't', ſ: 's' },
  // Russian dictionaries and most texts write ё as е. Other Cyrillic letters with marks are letters of their own.
  ё: 'е',
  // Arabic: alef with its signs, alef maqsura; the stretched line says nothing.
  ...{ آ: 'ا', أ: 'ا', إ: 'ا', ٱ: 'ا', ى: 'ي', ـ: '' },
  // Unicode folds the sigma at a word's end to the common one; lower-casing does not.
  ς: 'σ',
};
const PLAIN = /^[a-z0-9]+$/;
/** Latin ligatures, and full-width and half-width forms. */
const COMPATIBILITY = /[\ufb00-\ufb06\uff00-\uffef]/;
/** Joiners and hyphens that show at a line's end only. */
const INVISIBLE = /[\u00ad\u200c\u200d]/g;
/** Marks that readers leave out: accents, Hebrew points, Arabic vowels. Vowels of Indic scripts stay. */
const LEFT_OUT = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
const LOSES_MARKS = /^[\p{Script=Latin}\p{Script=Greek}]/u;

/** The common form of one word, in lower case. */
export function fold(word: string): string {
  let lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  if (COMPATIBILITY.test(lower)) lower = lower.normalize('NFKC').toLowerCase();
  if (lower.length <= 3 && /^[a-z](?:\+\+|#)$/.test(lower)) return programmingLanguage(lower);
  let out = '';
  for (const letter of lower.normalize('NFC').replaceAll(INVISIBLE, '')) {
    const base = LOSES_MARKS.test(letter) ? letter.normalize('NFD')[0]! : letter;
    out += PLAIN_LETTERS[base] ?? base;
  }
  return out.replaceAll(LEFT_OUT, '');
}

/** "c++" and "c#" are not "c". */
const programmingLanguage = (name: string) => `${name[0]}${name.endsWith('#') ? 'sharp' : 'plusplus'}`;
