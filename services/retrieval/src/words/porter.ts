/**
 * The Porter stemmer (M. F. Porter, "An algorithm for suffix stripping", 1980) exactly as SQLite's FTS5
 * applies it, so that what is highlighted and counted is what was searched. It works on UTF-8 bytes: every
 * byte of a letter beyond ASCII counts as one consonant.
 */

/** FTS5 leaves longer tokens as they are; in bytes. */
const LONGEST = 64;

const STEP_2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['logi', 'log'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
];
const STEP_3: readonly (readonly [string, string])[] = [
  ['ical', 'ic'],
  ['ness', ''],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ful', ''],
  ['ative', ''],
  ['alize', 'al'],
];
const STEP_4: readonly string[] = [
  ...['al', 'ance', 'ence', 'er', 'ic', 'able', 'ible', 'ant', 'ement', 'ment', 'ent', 'ion', 'ou', 'ism'],
  ...['ate', 'iti', 'ous', 'ive', 'ize'],
];

const isVowel = (byte: string, yCounts: boolean) =>
  byte === 'a' || byte === 'e' || byte === 'i' || byte === 'o' || byte === 'u' || (yCounts && byte === 'y');

/** Porter's m: how many times a vowel run is followed by a consonant run; counting stops at 2. */
function measure(stem: string): number {
  let consonant = false;
  let m = 0;
  let inVowels = false;
  for (const byte of stem) {
    consonant = !isVowel(byte, consonant);
    if (!consonant) inVowels = true;
    else if (inVowels) {
      inVowels = false;
      m += 1;
      if (m === 2) return m;
    }
  }
  return m;
}

function hasVowel(stem: string): boolean {
  for (let i = 0; i < stem.length; i += 1) if (isVowel(stem[i]!, i > 0)) return true;
  return false;
}

/** Ends in consonant, vowel, consonant, the last not w, x or y. */
function endsShort(stem: string): boolean {
  if (/[wxy]$/.test(stem)) return false;
  let consonant = false;
  let last = '';
  for (const byte of stem) {
    consonant = !isVowel(byte, consonant);
    last = (last + (consonant ? 'c' : 'v')).slice(-3);
  }
  return last === 'cvc';
}

function step1(word: string): string {
  let w = word;
  if (w.endsWith('s')) {
    if (w.at(-2) === 'e') w = /(?:.ss|i)es$/s.test(w) && w.length > 3 ? w.slice(0, -2) : w.slice(0, -1);
    else if (w.at(-2) !== 's') w = w.slice(0, -1);
  }
  let shortened = false;
  if (w.length > 3 && w.endsWith('eed')) {
    if (measure(w.slice(0, -3)) > 0) w = w.slice(0, -1);
  } else if (w.length > 2 && w.endsWith('ed') && hasVowel(w.slice(0, -2))) {
    w = w.slice(0, -2);
    shortened = true;
  } else if (w.length > 3 && w.endsWith('ing') && hasVowel(w.slice(0, -3))) {
    w = w.slice(0, -3);
    shortened = true;
  }
  if (shortened) {
    const last = w.at(-1)!;
    if (w.length > 2 && /(?:at|bl|iz)$/.test(w)) w += 'e';
    else if (!isVowel(last, false) && !/[lsz]/.test(last) && last === w.at(-2)) w = w.slice(0, -1);
    else if (measure(w) === 1 && endsShort(w)) w += 'e';
  }
  return w.endsWith('y') && hasVowel(w.slice(0, -1)) ? `${w.slice(0, -1)}i` : w;
}

/** Replaces the first suffix that fits, if the rest has at least one vowel-consonant pair. */
function replace(word: string, suffixes: readonly (readonly [string, string])[]): string {
  for (const [suffix, by] of suffixes) {
    if (word.length > suffix.length && word.endsWith(suffix)) {
      const rest = word.slice(0, -suffix.length);
      return measure(rest) > 0 ? rest + by : word;
    }
  }
  return word;
}

function step4(word: string): string {
  for (const suffix of STEP_4) {
    if (word.length <= suffix.length || !word.endsWith(suffix)) continue;
    const rest = word.slice(0, -suffix.length);
    if (suffix === 'ion' && !/[st]$/.test(rest)) return word;
    return measure(rest) > 1 ? rest : word;
  }
  return word;
}

function step5(word: string): string {
  let w = word;
  if (w.endsWith('e')) {
    const rest = w.slice(0, -1);
    const m = measure(rest);
    if (m > 1 || (m === 1 && !endsShort(rest))) w = rest;
  }
  return w.length > 1 && w.endsWith('ll') && measure(w.slice(0, -1)) > 1 ? w.slice(0, -1) : w;
}

/** The stem of a folded token (lower case, no diacritics). */
export function porterStem(token: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole ASCII range is meant
  const ascii = /^[\x00-\x7f]*$/.test(token);
  const bytes = ascii ? token : Buffer.from(token).toString('latin1');
  if (bytes.length < 3 || bytes.length > LONGEST) return token;
  const stem = step5(step4(replace(replace(step1(bytes), STEP_2), STEP_3)));
  return ascii ? stem : Buffer.from(stem, 'latin1').toString('utf8');
}
