/** Lines, cells and parts of one block → its text. */
import { plainText } from './plain-text.ts';

/** Lines of verse are short; longer "lines" are prose with stray breaks. In characters, on average. */
const MAX_VERSE_LINE = 90;
/** Preformatted prose is wrapped at about 72 characters, verse in it is shorter. */
const MAX_PREFORMATTED_VERSE_LINE = 55;
/** Marks between the cells of a row, replaced when the row ends: noncharacters, which no text may hold. */
export const CELL = '\ufdd0';
export const SPEAKER = '\ufdd1';
export const MARKS = /[\ufdd0\ufdd1]/g;

/** Are these the lines of a poem, whose breaks are kept? */
export function isVerseBlock(
  lines: readonly string[],
  { verse, pre }: { verse: boolean; pre: boolean },
): boolean {
  if (lines.length < 2) return verse && lines[0]!.length <= MAX_VERSE_LINE;
  if (verse) return true;
  const mean = lines.reduce((sum, line) => sum + line.length, 0) / lines.length;
  return mean <= (pre ? MAX_PREFORMATTED_VERSE_LINE : MAX_VERSE_LINE);
}

/** "Book I" + "The Contention" → "Book I: The Contention". */
export function joinHeading(raw: string): string {
  const parts = raw
    .replaceAll(SPEAKER, '')
    .split(CELL)
    .map(plainText)
    .filter((part) => part !== '');
  return joinParts(parts, ': ');
}

/** Cells side by side; a speaker's name stands before the speech, on a line of its own before verse. */
export function joinRow(raw: string): string {
  const pieces: string[] = [];
  let speaker = false;
  for (const cell of raw.split(CELL)) {
    const bare = cell.replaceAll(SPEAKER, '').trim();
    if (bare === '') continue;
    const before = pieces.at(-1);
    if (before !== undefined) {
      const separator = speaker ? (bare.includes('\n') ? ':\n' : ': ') : ', ';
      pieces.push('.:;,!?'.includes(before.at(-1)!) ? separator.slice(1) : separator);
    }
    pieces.push(bare);
    speaker = cell.includes(SPEAKER);
  }
  return pieces.join('');
}

function joinParts(parts: readonly string[], separator: string): string {
  const pieces: string[] = [];
  for (const part of parts) {
    const before = pieces.at(-1);
    if (before !== undefined) pieces.push('.:;,!?—–-'.includes(before.at(-1)!) ? ' ' : separator);
    pieces.push(part);
  }
  return pieces.join('');
}
