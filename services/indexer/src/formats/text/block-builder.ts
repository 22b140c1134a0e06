/** Collects running text into typed blocks: where a block ends, what it is, and which lines it keeps. */
import type { BlockType } from '../../book.ts';
import type { Content, ContentBlock } from './content-block.ts';
import { plainText } from './plain-text.ts';

/** Lines of verse are short; longer "lines" are prose with stray breaks. In characters, on average. */
const MAX_VERSE_LINE = 90;
/** Preformatted prose is wrapped at about 72 characters, verse in it is shorter. */
const MAX_PREFORMATTED_VERSE_LINE = 55;
/** A table cell with more text than this, in characters, is running text: its paragraphs stay apart. */
const MAX_CELL_LINES = 400;
/** Marks between the cells of a row, replaced when the row ends: noncharacters, which no text may hold. */
const CELL = '\ufdd0';
const SPEAKER = '\ufdd1';
const MARKS = /[\ufdd0\ufdd1]/g;
const ENDS_IN_BREAK = /[\n\ufdd0\ufdd1]\s*$/;
const VISIBLE = /[^\s\ufdd0\ufdd1]/;

interface Context {
  types: readonly string[];
  /** Undefined: as around it. */
  type: BlockType | undefined;
  verse: boolean;
  level: number;
  pre: boolean;
  row: boolean;
  /** A group of headings that make one. */
  group: boolean;
}

/** A place in the text of the block that is being collected. */
export interface Mark {
  flushes: number;
  offset: number;
}

export class BlockBuilder {
  readonly #blocks: ContentBlock[] = [];
  readonly #anchors = new Map<string, number>();
  readonly #contexts: Context[] = [];
  /** Ids that wait for the block which begins after them. */
  #waiting: string[] = [];
  #buffer = '';
  /** How often the buffer became a block; tells old marks from valid ones. */
  #flushes = 0;
  /** Ranges of the buffer that are raised text. */
  #raised: [number, number][] = [];
  #linkedWords = 0;
  /** Contexts when the buffer got its first visible character. */
  #owner: readonly Context[] = [];

  push(context: Context): void {
    this.#contexts.push(context);
  }

  pop(): void {
    this.#contexts.pop();
  }

  text(text: string): void {
    const pre = this.#contexts.some((c) => c.pre);
    const clean = text.replace(MARKS, '');
    const piece = pre ? clean.replace(/\r\n?/g, '\n') : clean.replace(/\s+/g, ' ');
    if (piece === '') return;
    if (/\S/.test(piece) && !hasText(this.#buffer)) {
      this.#owner = [...this.#contexts];
      for (const id of this.#waiting) this.#anchors.set(id, this.#blocks.length);
      this.#waiting = [];
    }
    this.#buffer += piece;
  }

  lineBreak(): void {
    this.#buffer += '\n';
  }

  /** An id that begins here. */
  anchor(id: string): void {
    if (this.#anchors.has(id)) return;
    // In the midst of a paragraph it belongs to the paragraph.
    if (hasText(this.#buffer)) this.#anchors.set(id, this.#blocks.length);
    else this.#waiting.push(id);
  }

  /**
   * A block element begins or ends. Within a table row short paragraphs are lines of the row, within a group
   * of headings they are parts of one heading; everywhere else the block ends.
   */
  boundary(hard: boolean): void {
    const inGroup = this.#contexts.some((c) => c.group);
    if (inGroup) {
      if (hasText(this.#buffer)) this.#buffer += CELL;
      return;
    }
    const inRow = this.#contexts.some((c) => c.row);
    if (inRow && !hard && this.#buffer.length <= MAX_CELL_LINES) {
      if (hasText(this.#buffer) && !ENDS_IN_BREAK.test(this.#buffer)) this.#buffer += '\n';
      return;
    }
    this.#flush();
  }

  /** A table cell begins. */
  cell(): void {
    if (hasText(this.#buffer)) this.#buffer += CELL;
  }

  /** The cell that begins names who speaks what the next one says. */
  speaker(): void {
    this.#buffer += SPEAKER;
  }

  /** The present place in the running text. */
  mark(): Mark {
    return { flushes: this.#flushes, offset: this.#buffer.length };
  }

  /** Text since the mark; undefined if a block ended in between. */
  since(mark: Mark): string | undefined {
    return mark.flushes === this.#flushes ? this.#buffer.slice(mark.offset) : undefined;
  }

  /** Takes back the text since the mark, unless a block ended in between. */
  cut(mark: Mark): void {
    if (mark.flushes !== this.#flushes) return;
    this.#buffer = this.#buffer.slice(0, mark.offset);
    this.#raised = this.#raised.filter(([, end]) => end <= mark.offset);
  }

  /** The text since the mark is raised. */
  raise(mark: Mark): void {
    if (mark.flushes === this.#flushes) this.#raised.push([mark.offset, this.#buffer.length]);
  }

  /** Is all visible text since the mark raised? */
  isRaised(mark: Mark): boolean {
    let plain = '';
    let at = mark.offset;
    for (const [from, to] of this.#raised) {
      if (from < at) continue;
      plain += this.#buffer.slice(at, from);
      at = to;
    }
    return at > mark.offset && (plain + this.#buffer.slice(at)).trim() === '';
  }

  linked(words: number): void {
    this.#linkedWords += words;
  }

  end(): Content {
    this.#flush();
    for (const id of this.#waiting) this.#anchors.set(id, this.#blocks.length);
    return { blocks: this.#blocks, anchors: this.#anchors };
  }

  #flush(): void {
    const raw = this.#buffer;
    this.#buffer = '';
    this.#flushes++;
    this.#raised = [];
    const linkedWords = this.#linkedWords;
    this.#linkedWords = 0;
    if (!hasText(raw)) return;
    const contexts = this.#owner;
    const types = contexts.flatMap((c) => c.types);
    const type = contexts.findLast((c) => c.type !== undefined)?.type ?? 'paragraph';
    const level = contexts.findLast((c) => c.level > 0)?.level ?? 0;
    if (type === 'heading') {
      const text = joinHeading(raw);
      if (text !== '') this.#blocks.push({ type, text, level: level === 0 ? 2 : level, types, linkedWords });
      return;
    }
    const row = contexts.some((c) => c.row);
    const pre = contexts.some((c) => c.pre);
    const verse = contexts.some((c) => c.verse);
    for (const part of row ? [joinRow(raw)] : raw.replace(MARKS, ' ').split(/\n[^\S\n]*\n\s*/)) {
      const lines = part
        .split('\n')
        .map(plainText)
        .filter((line) => line !== '');
      if (lines.length === 0) continue;
      const keep = type !== 'note' && isVerseBlock(lines, { verse, pre });
      this.#blocks.push({
        type: keep ? 'verse' : type,
        text: lines.join(keep ? '\n' : ' '),
        level: 0,
        types,
        linkedWords,
      });
    }
  }
}

function isVerseBlock(lines: readonly string[], { verse, pre }: { verse: boolean; pre: boolean }): boolean {
  if (lines.length < 2) return verse && lines[0]!.length <= MAX_VERSE_LINE;
  if (verse) return true;
  const mean = lines.reduce((sum, line) => sum + line.length, 0) / lines.length;
  return mean <= (pre ? MAX_PREFORMATTED_VERSE_LINE : MAX_VERSE_LINE);
}

function hasText(buffer: string): boolean {
  return VISIBLE.test(buffer);
}

/** "Book I" + "The Contention" → "Book I: The Contention". */
function joinHeading(raw: string): string {
  const parts = raw
    .replaceAll(SPEAKER, '')
    .split(CELL)
    .map(plainText)
    .filter((part) => part !== '');
  return joinParts(parts, ': ');
}

/** Cells side by side; a speaker's name stands before the speech, on a line of its own before verse. */
function joinRow(raw: string): string {
  let text = '';
  let speaker = false;
  for (const cell of raw.split(CELL)) {
    const bare = cell.replaceAll(SPEAKER, '').replace(/^\s+|\s+$/g, '');
    if (bare === '') continue;
    if (text !== '') {
      const separator = speaker ? (bare.includes('\n') ? ':\n' : ': ') : ', ';
      text += /[.:;,!?]$/.test(text) ? separator.replace(/^[:,]/, '') : separator;
    }
    text += bare;
    speaker = cell.includes(SPEAKER);
  }
  return text;
}

function joinParts(parts: readonly string[], separator: string): string {
  let text = '';
  for (const part of parts) text += text === '' ? part : (/[.:;,!?—–-]$/.test(text) ? ' ' : separator) + part;
  return text;
}
