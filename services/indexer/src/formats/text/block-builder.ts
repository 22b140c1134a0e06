/** Collects running text into typed blocks: where a block ends, what it is, and which lines it keeps. */
import type { BlockType, PageBreak } from '../../book.ts';
import { CELL, isVerseBlock, joinHeading, joinRow, MARKS, SPEAKER } from './block-lines.ts';
import type { Content, ContentBlock } from './content-block.ts';
import { plainText, visibleText } from './plain-text.ts';

/** A table cell with more text than this, in characters, is running text: its paragraphs stay apart. */
const MAX_CELL_LINES = 400;
const BREAKS: ReadonlySet<string> = new Set(['\n', CELL, SPEAKER]);
/** `epub:type`s kept of the elements around a block, the nearest ones: books have about five. */
const MAX_TYPES = 64;

/** What an element says of the blocks inside it. */
export interface Context {
  types: readonly string[];
  /** Undefined: as around it. */
  type: BlockType | undefined;
  verse: boolean;
  level: number;
  pre: boolean;
  row: boolean;
  /** A group of headings that make one. */
  group: boolean;
  /** A large first letter, whose word goes on in the next block. */
  dropCap: boolean;
}

/** A context with what the contexts around it say; nothing asks the whole stack, which may be deep. */
interface Nested extends Context {
  around: Nested | undefined;
}

/** A place in the text of the block that is being collected: between two of its pieces. */
export interface Mark {
  flushes: number;
  piece: number;
  /** Blocks before it. */
  block: number;
  /** UTF-16 units before it. */
  offset: number;
}

const OUTSIDE: Nested = {
  types: [],
  type: undefined,
  verse: false,
  level: 0,
  pre: false,
  row: false,
  group: false,
  dropCap: false,
  around: undefined,
};

/** Every method takes time in proportion to what is new, whatever has been collected before. */
export class BlockBuilder {
  readonly #blocks: ContentBlock[] = [];
  readonly #anchors = new Map<string, number>();
  #context = OUTSIDE;
  /** Ids that wait for the block which begins after them. */
  #waiting: string[] = [];
  /** Text of the present block. A single string would be copied whenever a part of it is looked at. */
  #pieces: string[] = [];
  /** UTF-16 units of all pieces. */
  #length = 0;
  /** Number of pieces before the first one with a visible character; undefined if there is none. */
  #firstVisible: number | undefined;
  /** How often the pieces became a block; tells old marks from valid ones. */
  #flushes = 0;
  /** Ranges of the text that are raised, in order, none within another. */
  #raised: [number, number][] = [];
  #linkedWords = 0;
  /** Printed pages that begin in the present block, in order; `at` counts units of the text so far as it will be. */
  #pages: PageBreak[] = [];
  /** How far the text was measured for them: pieces, units, and whether a space ends it. */
  #measured = { pieces: 0, units: 0, endsInSpace: true };
  /** The block before is a large first letter. */
  #afterDropCap = false;
  /** Context when the block got its first visible character. */
  #owner = OUTSIDE;

  push(context: Context): void {
    const around = this.#context;
    this.#context = {
      types:
        context.types.length === 0 ? around.types : [...around.types, ...context.types].slice(-MAX_TYPES),
      type: context.type ?? around.type,
      level: context.level > 0 ? context.level : around.level,
      verse: context.verse || around.verse,
      pre: context.pre || around.pre,
      row: context.row || around.row,
      group: context.group || around.group,
      dropCap: context.dropCap || around.dropCap,
      around,
    };
  }

  pop(): void {
    this.#context = this.#context.around ?? OUTSIDE;
  }

  text(text: string): void {
    const clean = text.replace(MARKS, '');
    const piece = this.#context.pre ? clean.replace(/\r\n?/g, '\n') : clean.replace(/\s+/g, ' ');
    if (piece === '') return;
    if (this.#firstVisible === undefined && /\S/.test(piece)) {
      this.#firstVisible = this.#pieces.length;
      this.#owner = this.#context;
      for (const id of this.#waiting) this.#anchors.set(id, this.#blocks.length);
      this.#waiting = [];
    }
    this.#add(piece);
  }

  lineBreak(): void {
    this.#add('\n');
  }

  /** A line begins or ends; unlike line breaks, two of these are no empty line. */
  line(): void {
    if (this.#hasText && !this.#endsInBreak()) this.#add('\n');
  }

  /** An id that begins here. */
  anchor(id: string): void {
    if (this.#anchors.has(id)) return;
    // In the midst of a paragraph it belongs to the paragraph.
    if (this.#hasText) this.#anchors.set(id, this.#blocks.length);
    else this.#waiting.push(id);
  }

  /**
   * A block element begins or ends. Within a table row short paragraphs are lines of the row, within a group
   * of headings they are parts of one heading; everywhere else the block ends.
   */
  boundary(hard: boolean): void {
    const { group, row } = this.#context;
    if (group) {
      if (this.#hasText) this.#add(CELL);
    } else if (row && !hard && this.#length <= MAX_CELL_LINES) {
      this.line();
    } else {
      this.#flush();
    }
  }

  /** A table cell begins. */
  cell(): void {
    if (this.#hasText) this.#add(CELL);
  }

  /** The cell that begins names who speaks what the next one says. */
  speaker(): void {
    this.#add(SPEAKER);
  }

  /** The present place in the running text. */
  mark(): Mark {
    return {
      flushes: this.#flushes,
      piece: this.#pieces.length,
      block: this.#blocks.length,
      offset: this.#length,
    };
  }

  /**
   * Text since the mark; undefined if a block ended in between.
   * @param limit UTF-16 units above which the answer is undefined as well
   */
  since(mark: Mark, limit = Number.POSITIVE_INFINITY): string | undefined {
    if (mark.flushes !== this.#flushes || this.#length - mark.offset > limit) return undefined;
    return this.#pieces.slice(mark.piece).join('');
  }

  /** Takes back the text since the mark, unless a block ended in between. */
  cut(mark: Mark): void {
    if (mark.flushes !== this.#flushes) return;
    this.#pieces.length = mark.piece;
    this.#length = mark.offset;
    if (this.#firstVisible !== undefined && this.#firstVisible >= mark.piece) this.#firstVisible = undefined;
    while ((this.#raised.at(-1)?.[1] ?? 0) > mark.offset) this.#raised.pop();
    this.#measured.pieces = Math.min(this.#measured.pieces, mark.piece);
  }

  /** The text since the mark is raised. */
  raise(mark: Mark): void {
    if (mark.flushes !== this.#flushes || mark.offset === this.#length) return;
    while ((this.#raised.at(-1)?.[0] ?? -1) >= mark.offset) this.#raised.pop();
    this.#raised.push([mark.offset, this.#length]);
  }

  /** Is all visible text since the mark raised? For short pieces of text: it is read piece by piece. */
  isRaised(mark: Mark): boolean {
    let range = this.#raised.length - 1;
    let at = this.#length;
    let raised = false;
    for (let i = this.#pieces.length - 1; i >= mark.piece; i--) {
      const piece = this.#pieces[i]!;
      at -= piece.length;
      while (range >= 0 && this.#raised[range]![0] > at) range--;
      const inside = range >= 0 && at < this.#raised[range]![1];
      if (!inside && /\S/.test(piece)) return false;
      raised ||= inside;
    }
    return raised;
  }

  /**
   * A printed page begins here, or at a mark in the present block.
   * @param label empty if the file does not say
   */
  page(label: string, mark?: Mark): void {
    const begun = mark === undefined || mark.flushes === this.#flushes ? undefined : this.#blocks[mark.block];
    if (begun !== undefined) {
      addPage(begun, label, 0);
      return;
    }
    const here = mark === undefined || mark.flushes !== this.#flushes ? this.#pieces.length : mark.piece;
    const known = this.#measured;
    if (here > known.pieces) {
      const text = visibleText(this.#pieces.slice(known.pieces, here).join(''));
      const units = known.endsInSpace ? text.trimStart().length : text.length;
      const endsInSpace = text === '' ? known.endsInSpace : text.endsWith(' ');
      this.#measured = { pieces: here, units: known.units + units, endsInSpace };
    }
    this.#pages.push({ label, at: this.#measured.units });
  }

  linked(words: number): void {
    this.#linkedWords += words;
  }

  end(): Omit<Content, 'title' | 'language'> {
    this.#flush();
    for (const id of this.#waiting) this.#anchors.set(id, this.#blocks.length);
    const last = this.#blocks.at(-1);
    if (last !== undefined) for (const { label } of this.#pages) addPage(last, label, last.text.length);
    return { blocks: this.#blocks, anchors: this.#anchors };
  }

  get #hasText(): boolean {
    return this.#firstVisible !== undefined;
  }

  #add(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
  }

  /** Does nothing but white space follow the last break? */
  #endsInBreak(): boolean {
    for (let i = this.#pieces.length - 1; i >= 0; i--) {
      const piece = this.#pieces[i]!;
      if (BREAKS.has(piece) || /\n\s*$/.test(piece)) return true;
      if (/\S/.test(piece)) return false;
    }
    return false;
  }

  #flush(): void {
    const hasText = this.#hasText;
    const pieces = this.#pieces;
    const linkedWords = this.#linkedWords;
    this.#pieces = [];
    this.#length = 0;
    this.#firstVisible = undefined;
    this.#flushes++;
    this.#raised = [];
    this.#linkedWords = 0;
    this.#measured = { pieces: 0, units: 0, endsInSpace: true };
    // A page that begins between two blocks waits for the second.
    if (!hasText) return;
    const firstBlock = this.#blocks.length;
    this.#addBlocks(pieces, linkedWords);
    this.#placePages(firstBlock);
  }

  #addBlocks(pieces: readonly string[], linkedWords: number): void {
    const raw = pieces.join('');
    const { types, type = 'paragraph', level, row, pre, verse, dropCap } = this.#owner;
    const afterDropCap = this.#afterDropCap;
    this.#afterDropCap = dropCap;
    if (type === 'heading') {
      const text = joinHeading(raw);
      if (text !== '') this.#blocks.push({ type, text, level: level === 0 ? 2 : level, types, linkedWords });
      return;
    }
    for (const part of row ? [joinRow(raw)] : raw.replace(MARKS, ' ').split(/\n[^\S\n]*\n\s*/)) {
      const lines = part
        .split('\n')
        .map(plainText)
        .filter((line) => line !== '');
      if (lines.length === 0) continue;
      const keep = type !== 'note' && isVerseBlock(lines, { verse, pre });
      const text = lines.join(keep ? '\n' : ' ');
      const letter = this.#dropCapBefore(text, afterDropCap);
      this.#blocks.push({ type: keep ? 'verse' : type, text: letter + text, level: 0, types, linkedWords });
    }
  }

  /** Takes the block before back if it is the large first letter of this text. */
  #dropCapBefore(text: string, isSaidSo: boolean): string {
    const before = this.#blocks.at(-1);
    if (before === undefined || before.type === 'heading' || !/^["'“‘«]?\p{Lu}$/u.test(before.text))
      return '';
    if (!/^[\p{Ll}'’]/u.test(text)) return '';
    const letter = before.text.at(-1)!;
    // "A" may be a word, or the letter under which a glossary lists words that begin with it.
    const isUnsure = 'AIO'.includes(letter) || letter.toLowerCase() === text[0];
    if (isUnsure && !isSaidSo) return '';
    this.#blocks.pop();
    return before.text;
  }

  /** Gives the pages of the text that was collected to the blocks it became. */
  #placePages(firstBlock: number): void {
    let index = Math.min(firstBlock, this.#blocks.length - 1);
    let before = 0;
    for (const { label, at } of this.#pages) {
      while (index < this.#blocks.length - 1 && at - before > this.#blocks[index]!.text.length) {
        before += this.#blocks[index]!.text.length + 1;
        index++;
      }
      const block = this.#blocks[index];
      if (block === undefined) return;
      addPage(block, label, at - before);
    }
    this.#pages = [];
  }
}

/** Notes a page in a block, once however often it is marked; a place after the block's end is its end. */
function addPage(block: ContentBlock, label: string, at: number): void {
  block.pages ??= [];
  if (label !== '' && block.pages.at(-1)?.label === label) return;
  block.pages.push({ label, at: Math.min(Math.max(0, at), block.text.length) });
}
