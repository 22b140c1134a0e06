/** The lines of all pages → headings, paragraphs and notes, with the pages that begin in them. */
import type { BlockType } from '../../book.ts';
import type { ContentBlock } from '../text/content-block.ts';
import { plainText } from '../text/plain-text.ts';
import { type Line, leadingOf, median } from './lines.ts';

/** Letters larger than those of the text by this factor make a heading; smaller ones at the foot of a page a note. */
const HEADING_SIZE = 1.15;
const NOTE_SIZE = 0.92;
const MAX_HEADING_LINES = 4;
const MAX_HEADING_UNITS = 200;
/** An indent is this wide, in letter heights; what is wider may be a quotation, but begins a paragraph as well. */
const INDENT = 0.6;
/** A line that ends so far before the edge of its column is the last one of its paragraph, as a share of the width. */
const SHORT_LINE = 0.12;
/** Lines further apart than usual by this factor part paragraphs. */
const WIDE_LEADING = 1.3;
/** Numbers in words keep their hyphen: "eighty-two". */
const COUNTED = /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i;
const ENDS_A_SENTENCE = /[.!?…:]["'”’»)\]]*$/;
const NOTE_START = /^\s*(?:\d{1,3}|[*†‡§¶])/;

export interface Page {
  lines: readonly Line[];
  label: string;
}

export interface PlacedBlock extends ContentBlock {
  /** Where it begins. */
  page: number;
  middle: number;
}

export function blocksOf(pages: readonly Page[]): PlacedBlock[] {
  const sizes = pages.flatMap(({ lines }) =>
    lines.flatMap((line) => Array<number>(Math.ceil(line.text.length / 20)).fill(line.size)),
  );
  const builder = new Builder(median(sizes), vocabularyOf(pages));
  for (const [page, { lines, label }] of pages.entries()) builder.page(page, lines, label);
  return builder.end();
}

/** Words within lines, in lower case: they tell whether a divided word has a hyphen of its own. */
function vocabularyOf(pages: readonly Page[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { lines } of pages) {
    for (const { text, hyphen } of lines) {
      const found = text.toLowerCase().match(/[\p{L}\p{M}]+(?:[-‐’'][\p{L}\p{M}]+)*/gu) ?? [];
      for (const word of hyphen || /[-‐]$/.test(text) ? found.slice(0, -1) : found)
        words.add(word.replace('‐', '-'));
    }
  }
  return words;
}

/** A block that lines are added to. */
interface OpenBlock {
  type: BlockType;
  pieces: string[];
  /** UTF-16 units of all pieces. */
  units: number;
  last: Line;
  lines: number;
  pages: { label: string; at: number }[];
  page: number;
  middle: number;
  size: number;
}

class Builder {
  readonly #size: number;
  readonly #words: ReadonlySet<string>;
  readonly #blocks: PlacedBlock[] = [];
  /** The paragraph or heading that is open. */
  #open: OpenBlock | undefined;
  /** Notes of the page, which follow the paragraph that goes on over them. */
  #notes: OpenBlock[] = [];
  /** Labels of pages that no block has begun on. */
  #waiting: string[] = [];
  /** Distance of two lines of the text, on the whole. */
  #leading = 0;

  constructor(size: number, words: ReadonlySet<string>) {
    this.#size = size;
    this.#words = words;
  }

  page(page: number, lines: readonly Line[], label: string): void {
    this.#waiting.push(label);
    this.#leading = leadingOf(lines) || this.#leading;
    const firstNote = this.#firstNote(lines);
    let previous: Line | undefined;
    for (const line of lines.slice(0, firstNote)) {
      this.#add(line, previous, page);
      previous = line;
    }
    for (const line of lines.slice(firstNote)) this.#addNote(line, page);
  }

  end(): PlacedBlock[] {
    this.#close();
    for (const label of this.#waiting) {
      const last = this.#blocks.at(-1);
      if (last !== undefined) last.pages = [...(last.pages ?? []), { label, at: last.text.length }];
    }
    return this.#blocks;
  }

  /** Number of the first line of the notes at the foot of a page; all lines if there are none. */
  #firstNote(lines: readonly Line[]): number {
    let first = lines.length;
    while (first > 0 && lines[first - 1]!.size < NOTE_SIZE * this.#size) first--;
    // A page in small letters from its top is an index or the like.
    const begins = lines.findIndex((line, i) => i >= first && NOTE_START.test(line.text));
    return first === 0 || begins === -1 ? lines.length : begins;
  }

  #add(line: Line, previous: Line | undefined, page: number): void {
    const open = this.#open;
    const isHeading = this.#isHeading(line);
    if (open === undefined || !this.#continues(open, line, previous, isHeading)) {
      this.#close();
      this.#open = this.#begin(isHeading ? 'heading' : 'paragraph', line, page);
    } else {
      this.#append(open, line);
    }
  }

  #addNote(line: Line, page: number): void {
    const open = this.#notes.at(-1);
    if (open === undefined || NOTE_START.test(line.text)) this.#notes.push(this.#begin('note', line, page));
    else this.#append(open, line);
  }

  #begin(type: BlockType, line: Line, page: number): OpenBlock {
    const text = plainText(line.text);
    const { middle, size } = line;
    const pages = type === 'note' ? [] : this.#takeWaiting(0);
    return { type, pieces: [text], units: text.length, last: line, lines: 1, pages, page, middle, size };
  }

  #append(open: OpenBlock, line: Line): void {
    const text = plainText(line.text);
    const divided = open.last.hyphen || /\p{L}[-‐]$/u.test(open.pieces.at(-1)!);
    if (divided) this.#joinDivided(open, text);
    else {
      open.pieces.push(' ');
      open.units++;
    }
    if (open.type !== 'note') open.pages.push(...this.#takeWaiting(open.units));
    open.pieces.push(text);
    open.units += text.length;
    open.last = line;
    open.lines++;
  }

  /** Drops the hyphen of a word that is divided at the end of a line, or keeps its own: "twenty-" + "four". */
  #joinDivided(open: OpenBlock, next: string): void {
    const last = open.pieces.at(-1)!;
    const bare = last.replace(/[-‐]$/u, '');
    const [start = ''] = /[\p{L}\p{M}-]+$/u.exec(bare) ?? [];
    const [rest = ''] = /^[\p{L}\p{M}]+/u.exec(next) ?? [];
    const joined = `${start}${rest}`.toLowerCase();
    const hyphenated = `${start}-${rest}`.toLowerCase();
    const isOwn =
      !this.#words.has(joined) &&
      (this.#words.has(hyphenated) || !/^\p{Ll}/u.test(rest) || start.includes('-') || COUNTED.test(start));
    const text = isOwn ? `${bare}-` : bare;
    open.units += text.length - last.length;
    open.pieces[open.pieces.length - 1] = text;
  }

  #continues(open: OpenBlock, line: Line, previous: Line | undefined, isHeading: boolean): boolean {
    if (open.type === 'heading') {
      const isNear = previous !== undefined && previous.middle - line.middle <= 2.2 * line.size;
      return isHeading && isNear && open.lines < MAX_HEADING_LINES && isSameSize(open.size, line.size);
    }
    if (isHeading || !isSameSize(open.size, line.size)) return false;
    const { last } = open;
    const isDivided = last.hyphen || /\p{Ll}[-‐]$/u.test(last.text);
    if (isDivided && /^\p{Ll}/u.test(line.text)) return true;
    const width = Math.max(1, last.columnRight - last.columnLeft);
    const indent = line.left - line.columnLeft;
    const wasIndented = last.left - last.columnLeft > INDENT * line.size && open.lines > 1;
    if (indent > INDENT * line.size && indent < width / 2 && !wasIndented && !/^\p{Ll}/u.test(line.text))
      return false;
    const isBelow = previous === last && previous.columnLeft === line.columnLeft;
    const distance = isBelow ? last.middle - line.middle : 0;
    if (this.#leading > 0 && distance > WIDE_LEADING * Math.max(this.#leading, 0.9 * line.size)) return false;
    const isShort = last.columnRight - last.right > SHORT_LINE * width;
    return !(isShort && ENDS_A_SENTENCE.test(last.text));
  }

  #isHeading(line: Line): boolean {
    const { text, size, bold } = line;
    if (text.length > MAX_HEADING_UNITS || !/\p{L}|\d/u.test(text)) return false;
    if (size >= HEADING_SIZE * this.#size) return !(text.trim().length <= 1);
    const width = line.columnRight - line.columnLeft;
    return (
      bold && line.right - line.left < 0.8 * width && !ENDS_A_SENTENCE.test(text) && size >= 0.98 * this.#size
    );
  }

  #takeWaiting(at: number): { label: string; at: number }[] {
    return this.#waiting.splice(0).map((label) => ({ label, at }));
  }

  #close(): void {
    if (this.#open !== undefined) this.#push(this.#open);
    this.#open = undefined;
    for (const note of this.#notes.splice(0)) this.#push(note);
  }

  #push({ type, pieces, pages, page, middle, size }: OpenBlock): void {
    const text = plainText(pieces.join(''));
    if (text === '') {
      this.#waiting.unshift(...pages.map(({ label }) => label));
      return;
    }
    const level = type === 'heading' ? levelOf(size / this.#size) : 0;
    const placed = pages.map(({ label, at }) => ({ label, at: Math.min(at, text.length) }));
    const block: PlacedBlock = { type, text, level, types: [], linkedWords: 0, page, middle };
    this.#blocks.push(placed.length === 0 ? block : { ...block, pages: placed });
  }
}

/** Of headings, by the size of their letters against those of the text. */
function levelOf(ratio: number): number {
  if (ratio >= 1.9) return 1;
  if (ratio >= 1.45) return 2;
  return ratio >= HEADING_SIZE ? 3 : 4;
}

const isSameSize = (a: number, b: number) => Math.abs(a - b) <= 0.12 * Math.max(a, b);
