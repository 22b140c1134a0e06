/**
 * One XHTML file → typed blocks of plain text, in one pass and without a document tree, so that memory stays
 * near the size of the text. Tolerant: what an HTML reader shows, this reads.
 */
import type { BlockType } from '../../book.ts';
import { BlockBuilder, type Mark } from '../text/block-builder.ts';
import type { Content } from '../text/content-block.ts';
import { pageLabel } from '../text/page-label.ts';
import { countWords, plainText } from '../text/plain-text.ts';
import { DeepParser } from './element-stack.ts';
import {
  BLOCKS,
  HEADING,
  isBareReference,
  isDropCapClass,
  isHiddenStyle,
  isLineClass,
  isListOfPlaces,
  isNote,
  isNoteReference,
  isPageBreak,
  isPageNumber,
  isVerse,
  LINES,
  looksLikeNoteReference,
  looksLikePageNumber,
  SKIPPED,
  SKIPPED_IN_SVG,
  semanticTypes,
} from './elements.ts';
import { readPrologue, resolvePrivateEntities } from './entities.ts';
import { KnownPrefixes } from './known-prefixes.ts';
import { StyleRules } from './style-rules.ts';

/** Note references and page numbers are shorter than this, in UTF-16 units. */
const MAX_MARK = 100;
const NONE: readonly string[] = [];
const NO_PAGES: ReadonlyMap<string, string> = new Map();
/** What the picture of a large first letter says it shows: "T", or “T with what opens a speech. */
const LETTER = /^(?:[a-z ]*\b(?:letter|initial|capital|drop ?cap)\b[\s:,-]*)?(["'“‘«¿¡]?\p{L})$/iu;
/** "A", "I" and "O" may be words, after which a space counts. */
const DROP_CAP = /^["'“‘«¿¡]?(?![AIO])\p{Lu}$/u;
const CONTINUES_A_WORD = /^[\p{Ll}'’]/u;

/** Of a language tag, in UTF-16 units; the longest registered ones have 35. */
const MAX_TAG = 50;
/** Of a `<title>`, in UTF-16 units. */
const MAX_TITLE = 500;
/** Elements whose text may turn out to be a note reference or a page number, whatever their class. */
const MARKABLE = new Set(['a', 'sup', 'span', 'noteref', 'pagenum']);
/** DTBook's headings besides h1 to h6, and their levels. */
const DTBOOK_HEADINGS: ReadonlyMap<string, string> = new Map([
  ['doctitle', '1'],
  ['hd', '3'],
  ['bridgehead', '4'],
]);

interface OpenElement {
  name: string;
  skipped: boolean;
  block: boolean;
  /** A line of a block. */
  line: boolean;
  /** A printed page begins here; what it is called there. */
  page: string | undefined;
  /** For elements that may turn out to be a note reference or a page number: where their text began. */
  mark: Mark | undefined;
  types: readonly string[];
  className: string;
  /** Of links. */
  href: string;
  /** A link whose text is raised as a whole or stands in a raised element. */
  raised: boolean;
}

/**
 * Reads the blocks of an XHTML or HTML file.
 * @param source the file as text
 * @param path for messages
 * @param rules of the book's style sheets; the file's own are added
 * @param pages labels of printed pages by the ids where they begin, from the book's list of pages; under '' the page
 *   that begins with the file
 * @throws EpubError entities, bad_xml (a DOCTYPE without end)
 */
export function readContent(
  source: string,
  path: string,
  rules = new StyleRules(),
  pages: ReadonlyMap<string, string> = NO_PAGES,
): Content {
  const { body, entities } = readPrologue(source, path);
  const reader = new ContentReader(rules, pages);
  const prefixes = new KnownPrefixes();
  const parser = new DeepParser(
    {
      onopentag: (name, attributes) => reader.open(prefixes.localName(name, attributes), attributes),
      ontext: (text) => reader.text(text),
      onclosetag: () => reader.close(),
    },
    { recognizeSelfClosing: true, recognizeCDATA: true },
  );
  parser.end(resolvePrivateEntities(body, entities));
  return reader.end();
}

/** Makes blocks of the elements of one file, as a parser meets them; other formats give it their elements in terms of XHTML. */
export class ContentReader {
  readonly #stack: OpenElement[] = [];
  readonly #builder = new BlockBuilder();
  /** Of the book's style sheets, and of the file's own. */
  readonly #rules: readonly StyleRules[];
  readonly #own = new StyleRules();
  /** The style sheet that is open. */
  #sheet: string[] | undefined;
  #skipping = 0;
  /** Links that are open: the words of a link within another count once. */
  #links = 0;
  /** Drawings that are open. */
  #drawings = 0;
  #title = '';
  #inTitle = false;
  #language = '';
  /** The letter that a picture shows, for the word that may go on after it. */
  #letter = '';
  /** A large first letter has just ended. */
  #afterDropCap = false;

  readonly #listed: ReadonlyMap<string, string>;

  constructor(rules: StyleRules = new StyleRules(), pages: ReadonlyMap<string, string> = NO_PAGES) {
    this.#rules = [rules, this.#own];
    this.#listed = pages;
    const first = pages.get('');
    if (first !== undefined) this.#builder.page(first);
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const types = semanticTypes(attributes);
    const parent = this.#stack.at(-1);
    const className = attributes.class ?? '';
    const skipped = this.#isSkipped(name, attributes, types);
    const block = BLOCKS.has(name);
    const line = !block && this.#isLine(name, className, attributes);
    if (name === 'svg') this.#drawings++;
    if (name === 'title' && this.#drawings === 0) this.#inTitle = true;
    if (name === 'style') this.#sheet = [];
    if (name === 'html' || name === 'body') {
      this.#language ||= (attributes['xml:lang'] ?? attributes.lang ?? '').slice(0, MAX_TAG).trim();
    }
    if (skipped) this.#skipping++;
    if (this.#skipping === 0) {
      if (block) this.#openBlock(name, types, className);
      else if (line) this.#builder.line();
      else if (name === 'br') this.#builder.lineBreak();
      else if (name === 'img') this.#letter = LETTER.exec((attributes.alt ?? '').trim())?.[1] ?? this.#letter;
    }
    if (attributes.id !== undefined) this.#builder.anchor(attributes.id);
    if (name === 'a' && attributes.name !== undefined) this.#builder.anchor(attributes.name);
    const href = name === 'a' ? (attributes.href ?? '') : '';
    if (href !== '') this.#links++;
    const isPage = name === 'pagenum' || isPageBreak(types);
    const id = attributes.id ?? (name === 'a' ? attributes.name : undefined);
    const listed = id === undefined ? undefined : this.#listed.get(id);
    if (listed !== undefined && !isPage) this.#builder.page(listed);
    const markable = isPage || MARKABLE.has(name) || className !== '';
    this.#stack.push({
      name,
      skipped,
      block,
      line,
      page: isPage
        ? pageLabel(attributes.title ?? attributes['aria-label'] ?? '') || (listed ?? '')
        : undefined,
      mark: markable ? this.#builder.mark() : undefined,
      types: types.length === 0 ? NONE : types,
      className,
      href,
      raised: name === 'sup' || (parent?.raised ?? false),
    });
  }

  text(text: string): void {
    if (this.#inTitle) this.#title += text;
    this.#sheet?.push(text);
    if (this.#skipping > 0) {
      const element = this.#stack.at(-1);
      if (element?.page === '') element.page = pageLabel(text);
      return;
    }
    if (this.#afterDropCap) {
      // White space between a large first letter and the rest of its word is the file's layout.
      if (!/\S/.test(text)) return;
      this.#afterDropCap = false;
      const rest = text.trimStart();
      this.#builder.text(CONTINUES_A_WORD.test(rest) ? rest : ` ${rest}`);
      return;
    }
    if (this.#letter !== '') {
      if (CONTINUES_A_WORD.test(text)) this.#builder.text(this.#letter);
      if (/\S/.test(text)) this.#letter = '';
    }
    this.#builder.text(text);
  }

  close(): void {
    const element = this.#stack.pop();
    if (element === undefined) return;
    if (element.name === 'svg') this.#drawings--;
    if (element.name === 'title') this.#inTitle = false;
    if (element.name === 'style' && this.#sheet !== undefined) {
      this.#own.add(this.#sheet.join(''));
      this.#sheet = undefined;
    }
    if (element.href !== '') this.#links--;
    if (element.skipped) {
      this.#skipping--;
      if (element.page !== undefined && this.#skipping === 0) this.#builder.page(element.page);
      return;
    }
    if (this.#skipping > 0) return;
    if (element.mark !== undefined) this.#closeMarked(element, element.mark);
    if (!element.block && element.mark !== undefined && isDropCapClass(element.className)) {
      this.#afterDropCap = DROP_CAP.test(this.#builder.since(element.mark, MAX_MARK) ?? '');
    }
    if (element.block) this.#closeBlock(element.name);
    else if (element.line) this.#builder.line();
  }

  end(): Content {
    const title = plainText(this.#title.slice(0, MAX_TITLE));
    return { ...this.#builder.end(), title, ...(this.#language !== '' && { language: this.#language }) };
  }

  #isSkipped(name: string, attributes: Readonly<Record<string, string>>, types: readonly string[]): boolean {
    if (SKIPPED.has(name) || attributes.hidden !== undefined || isListOfPlaces(types)) return true;
    if (this.#drawings > 0 && SKIPPED_IN_SVG.has(name)) return true;
    if (attributes.style !== undefined && isHiddenStyle(attributes.style)) return true;
    return this.#rules.some(({ hidden }) => hasOne(hidden, attributes.class));
  }

  #isLine(name: string, className: string, attributes: Readonly<Record<string, string>>): boolean {
    if (LINES.has(name)) return true;
    // A piece of a drawing's text with a place of its own.
    if (name === 'tspan') return attributes.x !== undefined || attributes.y !== undefined;
    return (
      className !== '' &&
      (isLineClass(className) || this.#rules.some(({ blocks }) => hasOne(blocks, className)))
    );
  }

  #openBlock(name: string, types: readonly string[], className: string): void {
    const builder = this.#builder;
    const heading = HEADING.exec(name)?.[1] ?? DTBOOK_HEADINGS.get(name);
    if (name === 'td' || name === 'th') builder.cell();
    else builder.boundary(heading !== undefined || name === 'table' || name === 'tr');
    builder.push({
      types,
      type: blockType(name, types),
      verse: isVerse(types) || name === 'linegroup' || name === 'poem',
      level: heading === undefined ? 0 : Number(heading),
      pre: name === 'pre',
      row: name === 'tr',
      group: name === 'hgroup',
      dropCap: isDropCapClass(className),
    });
    if (types.includes('z3998:persona') && (name === 'td' || name === 'th')) builder.speaker();
  }

  #closeBlock(name: string): void {
    if (name !== 'td' && name !== 'th') {
      this.#builder.boundary(HEADING.test(name) || name === 'table' || name === 'tr');
    }
    this.#builder.pop();
  }

  /** Takes note references and page numbers out again, now that their text is known. */
  #closeMarked(element: OpenElement, mark: Mark): void {
    const builder = this.#builder;
    const { className, href } = element;
    const text = builder.since(mark, MAX_MARK);
    if (element.page !== undefined) {
      // The number goes; a word or paragraph that the mark of a page was put around stays.
      const isNumber = text !== undefined && isPageNumber(text);
      if (isNumber) builder.cut(mark);
      builder.page(element.page || (isNumber ? pageLabel(text) : ''), isNumber ? undefined : mark);
    } else if (text !== undefined && looksLikePageNumber(text, className)) {
      builder.cut(mark);
      builder.page(pageLabel(text));
    } else if (element.name === 'a') {
      if (text !== undefined && this.#isReference(element, mark, text)) builder.cut(mark);
      else if (this.#links === 0 && href !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(href)) {
        builder.linked(countWords(builder.since(mark) ?? ''));
      }
    } else if (element.name === 'sup') {
      builder.raise(mark);
    }
  }

  #isReference({ types, className, href, raised }: OpenElement, mark: Mark, text: string): boolean {
    if (isNoteReference(types)) return isBareReference(text, types);
    return looksLikeNoteReference(text, { href, className, raised: raised || this.#builder.isRaised(mark) });
  }
}

function blockType(name: string, types: readonly string[]): BlockType | undefined {
  if (HEADING.test(name) || DTBOOK_HEADINGS.has(name) || name === 'hgroup') return 'heading';
  if (isNote(types) || name === 'note') return 'note';
  if (name === 'li' || name === 'dd' || name === 'dt') return 'item';
  if (name === 'blockquote') return 'quote';
  if (name === 'figcaption' || name === 'caption') return 'caption';
  return undefined;
}

function hasOne(names: ReadonlySet<string>, className = ''): boolean {
  return names.size > 0 && className.split(/\s+/).some((name) => names.has(name));
}
