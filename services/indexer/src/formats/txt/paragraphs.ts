/** Lines of plain text → paragraphs, by what the file does: empty lines, indents, or a paragraph a line. */

export interface Paragraph {
  /** Without the white space at their ends. */
  lines: string[];
  /** Empty lines before it. */
  gap: number;
}

/** Lines longer than this on the whole are paragraphs, in UTF-16 units: nobody wraps text so wide. */
const UNWRAPPED_UNITS = 120;
/** With fewer empty lines among its lines, a text parts its paragraphs otherwise. */
const MIN_EMPTY_SHARE = 0.02;
/** Longest run of lines that is one paragraph; what goes on longer is no prose that anyone wrapped. */
const MAX_LINES = 2_000;

/** @returns the paragraphs and the width that most lines are wrapped to, in UTF-16 units */
export function paragraphsOf(text: string): { paragraphs: Paragraph[]; width: number } {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|[\n\r\u2028]/);
  const lengths = lines
    .flatMap((line) => (line.trim() === '' ? [] : [line.trimEnd().length]))
    .sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  const emptyShare = 1 - lengths.length / Math.max(1, lines.length);
  const median = lengths[lengths.length >> 1] ?? 0;
  const isParagraph =
    emptyShare < MIN_EMPTY_SHARE && (median > UNWRAPPED_UNITS || width > 2 * UNWRAPPED_UNITS);
  const byIndent = emptyShare < MIN_EMPTY_SHARE && !isParagraph;
  const paragraphs: Paragraph[] = [];
  let current: Paragraph | undefined;
  let gap = 0;
  for (const line of lines) {
    const isNewPage = line.includes('\f');
    const trimmed = line.replaceAll('\f', ' ').trimEnd();
    if (isNewPage || trimmed.trim() === '') {
      current = undefined;
      gap += isNewPage ? 2 : 1;
      if (trimmed.trim() === '') continue;
    }
    const begins = isParagraph || (byIndent && /^[ \t]/.test(trimmed));
    if (current === undefined || begins || current.lines.length >= MAX_LINES) {
      current = { lines: [], gap };
      paragraphs.push(current);
    }
    gap = 0;
    current.lines.push(trimmed);
  }
  return { paragraphs, width };
}

/** A line is short where the first word of the next would have fitted into it, with this share of the width to spare. */
const SPARE = 0.85;

/** Do its lines end where their writer wanted, rather than at the width? */
export function isVerse({ lines }: Paragraph, width: number): boolean {
  if (lines.length < 2 || width > UNWRAPPED_UNITS) return false;
  let short = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const next = /\S+/.exec(lines[i + 1]!)?.[0].length ?? 0;
    if (lines[i]!.length + 1 + next <= SPARE * width) short++;
  }
  return short > (lines.length - 1) / 2;
}

/** A wrapped paragraph as one line: words that are divided at a hyphen or a dash are closed up again. */
export function joinedLines(lines: readonly string[]): string {
  const pieces: string[] = [];
  for (const line of lines) {
    const trimmed = line.trim();
    const before = pieces.at(-1);
    // "well-" + "known", "said--" + "and": nobody writes a space there.
    const closesUp =
      before !== undefined && /[\p{L}\p{N},;'’"”](?:-|--|—)$/u.test(before) && /^[\p{L}"“'‘]/u.test(trimmed);
    if (before !== undefined && !closesUp) pieces.push(' ');
    pieces.push(trimmed);
  }
  return pieces.join('');
}
