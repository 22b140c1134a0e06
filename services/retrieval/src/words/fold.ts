/** One form for the spellings of a word: case, accents, ligatures and letters that people type as others. */

/** Letters that have no decomposition, as they are typed on other keyboards. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ...{ æ: 'ae', œ: 'oe', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i', ħ: 'h', ŧ: 't', ſ: 's' },
  // Russian dictionaries and most texts write ё as е. Other Cyrillic letters with marks are letters of their own.
  ...{ ё: 'е', ѐ: 'е', ѝ: 'и' },
  // Arabic: alef with its signs, alef maqsura, teh marbuta; the stretched line says nothing.
  ...{ آ: 'ا', أ: 'ا', إ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه', ـ: '' },
  // Persian and Urdu have their own code points for letters that Arabic keyboards type as others.
  ...{ ک: 'ك', ی: 'ي', ۀ: 'ه', ہ: 'ه', ۂ: 'ه', ۃ: 'ه' },
  // Devanagari: the candrabindu is printed as a dot; these three have their nukta built in.
  ...{ '\u0901': '\u0902', ऩ: 'न', ऱ: 'र', ऴ: 'ळ' },
  // Before Unicode 5.1 these were a letter, a virama and a joiner.
  ...{ ൺ: 'ണ്', ൻ: 'ന്', ർ: 'ര്', ൽ: 'ല്', ൾ: 'ള്', ൿ: 'ക്', ৎ: 'ত্' },
  // Unicode folds the sigma at a word's end to the common one; lower-casing does not.
  ς: 'σ',
};
const PLAIN = /^[a-z0-9]+$/;
/** Digraphs, Kangxi radicals, ligatures, Arabic presentation forms, full-width and half-width forms. */
const COMPATIBILITY =
  /[\u0132\u0133\u01c4-\u01cc\u01f1-\u01f3\u0587\u2f00-\u2fd5\ufb00-\ufdef\ufe70-\ufeff\uff00-\uffef]/;
/** Joiners, variation selectors, hyphens that show at a line's end only, signs of transliterations (Qurʾān, Tolstoĭʹ). */
const INVISIBLE = /\u00ad|\u200c|\u200d|[\u02b9\u02ba\u02be\u02bf]|\p{Variation_Selector}/gu;
/** Marks that readers leave out: accents, Hebrew points, Arabic vowels, nuktas. Vowels of Indic scripts stay. */
const LEFT_OUT =
  /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08ff\u093c\u0a3c\u0abc]/g;
/** A Devanagari nasal before a consonant of its class, which is commonly written as a dot: हिन्दी, हिंदी. */
const NASAL = /ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])/g;
const DIGIT = /\p{Nd}/u;
/** The zeros of scripts whose digits people also write as 0 to 9. */
const ZEROS = ['٠', '۰', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '၀', '០'].map((zero) =>
  zero.charCodeAt(0),
);
const LOSES_MARKS = /^[\p{Script=Latin}\p{Script=Greek}]/u;

/** The common form of one word, in lower case. */
export function fold(word: string): string {
  let lower = word.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  if (COMPATIBILITY.test(lower)) lower = lower.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
  if (lower.length <= 3 && /^[a-z](?:\+\+|#)$/.test(lower)) return programmingLanguage(lower);
  let out = '';
  for (const letter of lower.normalize('NFC').replaceAll(INVISIBLE, '')) {
    const base = LOSES_MARKS.test(letter) ? letter.normalize('NFD')[0]! : letter;
    out += PLAIN_LETTERS[base] ?? (DIGIT.test(base) ? plainDigit(base) : base);
  }
  return out.replaceAll(LEFT_OUT, '').replaceAll(NASAL, '\u0902');
}

function plainDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  const zero = ZEROS.find((zero) => code >= zero && code < zero + 10);
  return zero === undefined ? digit : String(code - zero);
}

/** "c++" and "c#" are not "c". */
const programmingLanguage = (name: string) => `${name[0]}${name.endsWith('#') ? 'sharp' : 'plusplus'}`;
