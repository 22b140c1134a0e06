/** The characters of a page → lines in reading order. */
import type { Character, PageText } from './pdfium.ts';

export interface Line {
  text: string;
  left: number;
  right: number;
  /** Middle of the letters and their height, in points from the bottom of the page as it is read. */
  middle: number;
  size: number;
  bold: boolean;
  /** Ends in a hyphen that divides a word, which is not part of the text. */
  hyphen: boolean;
  /** Edges of its column. */
  columnLeft: number;
  columnRight: number;
}

/** A gap of so many letter heights within a line parts two columns or cells. */
const WIDE_GAP = 1.6;
/** Letters this much smaller than their line, and higher, refer to a note. */
const RAISED_SIZE = 0.8;
const RAISED_BY = 0.12;
/** Or their ink begins above the middle of small letters; the base is that of letters such as "p". */
const RAISED_INK = 0.42;
const NOTE_MARK = /^[\d*†‡§¶,]{1,7}$/;
/** What PDFium makes of a hyphen at the end of a line, which it leaves out then. */
const LINE_END_HYPHENS: ReadonlySet<number> = new Set([0x2, 0xfffe]);
/** Those and the soft hyphen, which some programs put into every word. */
const HYPHENS: ReadonlySet<number> = new Set([...LINE_END_HYPHENS, 0xad]);
const BOLD = 600;

export function linesOf({ characters, angle }: PageText): Line[] {
  const lines: Line[] = [];
  let current: Character[] = [];
  let previous: Character | undefined;
  let space = false;
  const end = () => {
    const line = toLine(current);
    if (line !== undefined) lines.push(line);
    current = [];
    space = false;
  };
  for (const original of characters) {
    if (original.code === 0x0a || original.code === 0x0d) {
      end();
      previous = undefined;
      continue;
    }
    if (original.generated || original.code === 0x20) {
      space = current.length > 0;
      continue;
    }
    const character = turned(original, angle);
    if (previous !== undefined && isFarApart(previous, character)) end();
    if (space) current.push({ ...character, code: 0x20, right: character.left });
    space = false;
    current.push(character);
    previous = character;
    if (LINE_END_HYPHENS.has(character.code)) {
      end();
      previous = undefined;
    }
  }
  end();
  return inReadingOrder(lines);
}

function isFarApart(a: Character, b: Character): boolean {
  const height = Math.max(a.top - a.bottom, b.top - b.bottom);
  return b.left - a.right > WIDE_GAP * height || a.left - b.right > WIDE_GAP * height;
}

/** The character as it stands when the text is upright. */
function turned(character: Character, angle: number): Character {
  const { left, right, bottom, top } = character;
  if (angle === 90)
    return { ...character, ink: undefined, left: bottom, right: top, bottom: -right, top: -left };
  if (angle === 180)
    return { ...character, ink: undefined, left: -right, right: -left, bottom: -top, top: -bottom };
  if (angle === 270)
    return { ...character, ink: undefined, left: -top, right: -bottom, bottom: left, top: right };
  return character;
}

function toLine(characters: readonly Character[]): Line | undefined {
  const printed = characters.filter(({ code }) => code !== 0x20);
  if (printed.length === 0) return undefined;
  const size = median(printed.map(({ top, bottom }) => top - bottom));
  const base = median(printed.map(({ bottom }) => bottom));
  const hyphen = HYPHENS.has(characters.at(-1)!.code);
  const codes = withoutMarks(hyphen ? characters.slice(0, -1) : characters, size, base);
  const text = textOf(codes);
  if (text.trim() === '') return undefined;
  const left = printed.reduce((least, c) => Math.min(least, c.left), Number.POSITIVE_INFINITY);
  const right = printed.reduce((most, c) => Math.max(most, c.right), Number.NEGATIVE_INFINITY);
  const bold = printed.filter(({ weight }) => weight >= BOLD).length > printed.length / 2;
  return {
    text,
    left,
    right,
    middle: base + size / 2,
    size,
    bold,
    hyphen,
    columnLeft: left,
    columnRight: right,
  };
}

function textOf(codes: readonly number[]): string {
  return codes
    .filter((code) => code > 0 && code <= 0x10ffff && !HYPHENS.has(code))
    .map((code) => String.fromCodePoint(code))
    .join('');
}

/** What a reference to a note stands behind: the end of a word or a sentence, and no formula. */
const BEFORE_MARK = /\p{L}{3}$|[.,;:!?"'”’»)\]]$/u;

/** Character codes without the raised numbers that refer to notes. */
function withoutMarks(characters: readonly Character[], size: number, base: number): number[] {
  const kept: number[] = [];
  let mark: number[] = [];
  const end = () => {
    const isReference =
      mark.length <= 7 && NOTE_MARK.test(textOf(mark)) && BEFORE_MARK.test(textOf(kept.slice(-4)));
    if (!isReference) for (const code of mark) kept.push(code);
    mark = [];
  };
  for (const { code, top, bottom, ink } of characters) {
    const isSmall = code !== 0x20 && top - bottom < RAISED_SIZE * size && bottom > base + RAISED_BY * size;
    const isRaised = isSmall || (ink !== undefined && ink > base + RAISED_INK * size);
    if (isRaised) mark.push(code);
    else {
      if (mark.length > 0) end();
      kept.push(code);
    }
  }
  if (mark.length > 0) end();
  return kept;
}

/** A column has as many lines, and this share of the page's lines. */
const MIN_COLUMN_LINES = 6;
const MIN_COLUMN_SHARE = 0.2;
/** Lines that may lie across the gap between two columns: titles, pictures' captions. */
const MAX_CROSSING = 0.35;
/** Lines whose middles differ by less of their height are side by side. */
const SAME_ROW = 0.4;

/** Top to bottom; on a page of two columns the one first that its script begins with. */
function inReadingOrder(lines: readonly Line[]): Line[] {
  const rightFirst = lines.filter(({ text }) => RIGHT_TO_LEFT.test(text)).length > lines.length / 2;
  // What reads from the right is mirrored, so that lines begin on the left for all that follows.
  if (rightFirst) return inColumns(lines.map(mirrored));
  return inColumns(lines);
}

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]/u;
const mirrored = (line: Line): Line => ({ ...line, left: -line.right, right: -line.left });

function inColumns(lines: readonly Line[]): Line[] {
  const gap = columnGap(lines);
  if (gap === undefined) return withColumn(topDown(lines));
  const result: Line[] = [];
  let columns: [Line[], Line[]] = [[], []];
  const end = () => {
    for (const column of columns) result.push(...withColumn(column));
    columns = [[], []];
  };
  for (const line of topDown(lines)) {
    if (line.left < gap && line.right > gap) {
      end();
      result.push(...withColumn([line]));
    } else columns[line.right <= gap ? 0 : 1].push(line);
  }
  end();
  return result;
}

/** Rows from the top, each from the left. */
function topDown(lines: readonly Line[]): Line[] {
  const rows: Line[][] = [];
  for (const line of [...lines].sort((a, b) => b.middle - a.middle)) {
    const first = rows.at(-1)?.[0];
    const isSameRow =
      first !== undefined && first.middle - line.middle <= SAME_ROW * Math.min(first.size, line.size);
    if (isSameRow) rows.at(-1)!.push(line);
    else rows.push([line]);
  }
  return rows.flatMap((row) => row.sort((a, b) => a.left - b.left));
}

function withColumn(lines: readonly Line[]): Line[] {
  const columnLeft = quantile(
    lines.map(({ left }) => left),
    0.2,
  );
  const columnRight = quantile(
    lines.map(({ right }) => right),
    0.9,
  );
  return lines.map((line) => ({ ...line, columnLeft, columnRight }));
}

/** The place that hardly any line crosses, with lines on both sides at the same heights; undefined if there is none. */
function columnGap(lines: readonly Line[]): number | undefined {
  if (lines.length < 2 * MIN_COLUMN_LINES) return undefined;
  const left = quantile(
    lines.map((line) => line.left),
    0,
  );
  const right = quantile(
    lines.map((line) => line.right),
    1,
  );
  let best: { at: number; crossing: number } | undefined;
  for (let share = 0.35; share <= 0.65; share += 0.01) {
    const at = left + share * (right - left);
    const before = lines.filter((line) => line.right <= at);
    const after = lines.filter((line) => line.left >= at);
    const crossing = lines.length - before.length - after.length;
    const least = Math.max(MIN_COLUMN_LINES, MIN_COLUMN_SHARE * lines.length);
    if (before.length < least || after.length < least || crossing > MAX_CROSSING * lines.length) continue;
    if (best === undefined || crossing < best.crossing) best = { at, crossing };
  }
  if (best === undefined) return undefined;
  // Columns are full of lines that reach the gap; cells of a table are short.
  const { at } = best;
  const first = lines.filter((line) => line.right <= at);
  const width = at - left;
  const full = first.filter((line) => line.right - line.left > 0.6 * width).length;
  return full > first.length / 2 ? at : undefined;
}

/** Distance of two lines on the whole, from top to bottom; 0 if there are too few to tell. */
export function leadingOf(lines: readonly Line[]): number {
  const distances: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const distance = lines[i - 1]!.middle - lines[i]!.middle;
    if (distance > 0 && distance < 4 * lines[i]!.size) distances.push(distance);
  }
  return distances.length >= 3 ? median(distances) : 0;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], share: number): number {
  const ordered = [...values].sort((a, b) => a - b);
  return ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? 0;
}
