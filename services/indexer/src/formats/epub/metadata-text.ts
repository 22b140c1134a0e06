/** Texts of metadata as readers write them: shortened, without markup, and the numbers and years in them. */
import { plainText } from '../text/plain-text.ts';
import { readContent } from './content.ts';
import { decodeReferences } from './entities.ts';

/** Longest texts and lists that are kept, in UTF-16 units: some times what honest books have. */
export const LIMITS = { line: 500, description: 10_000, list: 100 };

export function shortened(text: string, limit = LIMITS.line): string {
  if (text.length <= limit) return text;
  // Half a surrogate pair is no character.
  return `${text
    .slice(0, limit - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

/** Without doubles. */
export function shortList(texts: readonly string[]): string[] {
  return [...new Set(texts.slice(0, LIMITS.list).map((text) => shortened(text)))];
}

/** References that are left when markup has been read, and how often they are read again. */
const ESCAPED = /&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);/i;
const MAX_ESCAPES = 3;
/** Markup that shops put into titles; "a < b" is none. */
const INLINE_TAGS = /<\/?(?:i|b|em|strong|span|sup|sub|small|u|br)\b[^<>]{0,100}>/gi;

/** One line of metadata. Some tools escape twice, so that what was parsed still holds "&amp;". */
export function line(text: string): string {
  let read = text;
  for (let i = 0; i < MAX_ESCAPES && ESCAPED.test(read); i++) read = decodeReferences(read);
  return plainText(read.replace(INLINE_TAGS, ''));
}

/** "2", "2.5", "2,5", "Book 3"; of EPUB 3's "2.2.1" the number before the last point. 0 if it is none. */
export function placeInSeries(text: string): number {
  const digits = /\d+(?:[.,]\d+)?/.exec(withAsciiDigits(text))?.[0];
  return digits === undefined ? romanNumeral(text) : Number(digits.replace(',', '.'));
}

/** Digits of other scripts as ASCII's: each script has its ten digits in a row, from zero. */
function withAsciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    let zero = code;
    while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return code < 0x80 ? digit : String(code - zero);
  });
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** "IV" and "Book IV" are 4; 0 if the last word is no numeral. */
function romanNumeral(text: string): number {
  const numeral = /(?:^|\s)((?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))$/i.exec(text.trim())?.[1];
  const digits = [...(numeral ?? '').toLowerCase()].map((letter) => ROMAN_DIGITS[letter]!);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}

export function yearOf(text: string): number {
  const match = /^\s*(\d{4})(?:-|\b)/.exec(text) ?? /\b(1[0-9]\d\d|20\d\d)\b/.exec(text);
  const year = Number(match?.[1] ?? 0);
  // 0101-01-01 is what some tools write for "unknown".
  return year >= 1000 ? year : 0;
}

/** Text of a description that may hold HTML; paragraphs stay apart. */
export function textOfMarkup(source: string): string {
  if (!/[<&]/.test(source)) return plainText(source);
  return readContent(`<body>${source}</body>`, 'description')
    .blocks.map((block) => block.text)
    .join('\n\n');
}
