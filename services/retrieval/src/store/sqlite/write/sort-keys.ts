/** Keys that books are listed by: letters levelled, articles and first names out of the way, numbers by their size. */

/** Leading articles by language (ISO 639-1); each is followed by white space, or ends in an apostrophe. */
const ARTICLES: Readonly<Record<string, string>> = {
  ca: "el la els les l' un una en na",
  da: 'en et den det de',
  de: 'der die das ein eine',
  en: 'the a an',
  es: 'el la los las lo un una unos unas',
  fr: "le la les l' un une",
  gl: 'o a os as un unha',
  hu: 'a az egy',
  it: "il lo la i gli le l' un uno una un'",
  nb: 'en et ei den det de',
  nl: "de het een 't",
  nn: 'ein ei eit den det dei',
  no: 'en et ei den det de',
  pt: 'o a os as um uma',
  sv: 'en ett den det de',
};
/** Where the language is not known: those that few titles of other languages begin with. */
const COMMON = "the a an le la les l' der das el las il gli os de een het";
/** Letters that no accent was added to, and where people look for them. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
  ı: 'i',
};
/** Numbers are compared as text, so they are filled up to so many digits. */
const DIGITS = 6;

/**
 * Lower case, without accents and without the leading article of the language.
 * @param language BCP 47
 * @param fileAs how the file sorts the title; empty if it does not say
 */
export function titleKey(title: string, language = 'und', fileAs = ''): string {
  const key = levelled(fileAs || title).replace(/^[^\p{L}\p{N}]+/u, '');
  if (fileAs !== '') return key;
  const tag = language.toLowerCase().split('-', 1)[0] ?? '';
  const articles = Object.hasOwn(ARTICLES, tag) ? ARTICLES[tag]! : COMMON;
  for (const article of articles.split(' ')) {
    const rest = key.slice(article.length);
    if (!key.startsWith(article)) continue;
    if (article.endsWith("'") ? rest !== '' : /^\s+\S/.test(rest)) return rest.trimStart();
  }
  return key;
}

/** "Jr." and the like, which are no family name. */
const SUFFIX = /^(?:jr|sr|ii|iii|iv|ph\.?d|m\.?d|esq)\.?$/;
/** They begin a family name in any case; other particles do where they are written with a capital: "De Quincey". */
const PARTICLES = new Set([
  'le',
  'la',
  'les',
  'du',
  'des',
  'del',
  'della',
  'di',
  'da',
  'mac',
  'mc',
  'st.',
  'san',
]);
const OTHER_PARTICLES = new Set([
  'de',
  'van',
  'von',
  'der',
  'den',
  'ter',
  'ten',
  'dos',
  'das',
  'el',
  'al',
  'ben',
  'ibn',
]);

/**
 * Lower case, family name first: "Jane Austen" and "Austen, Jane" both become "austen, jane".
 * @param fileAs how the file sorts the first author; empty if it does not say
 */
export function authorKey(authors: readonly string[], fileAs = ''): string {
  const name = (authors[0] ?? '').trim();
  if (fileAs !== '') return levelled(fileAs);
  const [bare = '', ...rest] = name.split(/\s*,\s*/);
  const endings = rest.filter((part) => SUFFIX.test(part.toLowerCase()));
  if (rest.length > endings.length) return levelled(name);
  const words = bare.split(/\s+/);
  while (words.length > 1 && SUFFIX.test(words.at(-1)!.toLowerCase())) endings.unshift(words.pop()!);
  let start = words.length - 1;
  while (start > 1 && isParticle(words[start - 1]!)) start--;
  const family = words.slice(start).join(' ');
  return levelled(
    [family, words.slice(0, start).join(' '), ...endings].filter((part) => part !== '').join(', '),
  );
}

function isParticle(word: string): boolean {
  const lower = word.toLowerCase();
  return PARTICLES.has(lower) || (OTHER_PARTICLES.has(lower) && lower !== word);
}

function levelled(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[æœøłđðþßı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/\d+/g, (number) => number.padStart(DIGITS, '0'))
    .trim();
}
