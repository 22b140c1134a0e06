/**
 * One XHTML file → typed blocks of plain text, in one pass and without a document tree, so that memory stays
 * near the size of the text. Tolerant: what an HTML reader shows, this reads.
 */
import type { BlockType } from '../../book.ts';
import { BlockBuilder, type Mark } from '../text/block-builder.ts';
import type { Content } from '../text/content-block.ts';
import { countWords } from '../text/plain-text.ts';
import { DeepParser } from './element-stack.ts';
import {
  BLOCKS,
  HEADING,
  isNote,
  isNoteReference,
  isPageBreak,
  isVerse,
  looksLikeNoteReference,
  looksLikePageNumber,
  SKIPPED,
  semanticTypes,
} from './elements.ts';
import { readPrologue, resolvePrivateEntities } from './entities.ts';

/** Note references and page numbers are shorter than this, in UTF-16 units. */
const MAX_MARK = 100;
const NONE: readonly string[] = [];

interface OpenElement {
  name: string;
  skipped: boolean;
  block: boolean;
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
 * @throws EpubError entities, bad_xml (a DOCTYPE without end)
 */
export function readContent(source: string, path: string): Content {
  const { body, entities } = readPrologue(source, path);
  const reader = new ContentReader();
  const parser = new DeepParser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (text) => reader.text(text),
      onclosetag: () => reader.close(),
    },
    { recognizeSelfClosing: true, recognizeCDATA: true },
  );
  parser.end(resolvePrivateEntities(body, entities));
  return reader.end();
}

class ContentReader {
  readonly #stack: OpenElement[] = [];
  readonly #builder = new BlockBuilder();
  #skipping = 0;
  /** Links that are open: the words of a link within another count once. */
  #links = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const types = semanticTypes(attributes);
    const parent = this.#stack.at(-1);
    const skipped = SKIPPED.has(name) || attributes.hidden !== undefined || isPageBreak(types);
    const block = BLOCKS.has(name);
    if (skipped) this.#skipping++;
    if (this.#skipping === 0) {
      if (block) this.#openBlock(name, types);
      else if (name === 'br') this.#builder.lineBreak();
    }
    if (attributes.id !== undefined) this.#builder.anchor(attributes.id);
    if (name === 'a' && attributes.name !== undefined) this.#builder.anchor(attributes.name);
    const className = attributes.class ?? '';
    const href = name === 'a' ? (attributes.href ?? '') : '';
    if (href !== '') this.#links++;
    const markable = name === 'a' || name === 'sup' || name === 'span' || className !== '';
    this.#stack.push({
      name,
      skipped,
      block,
      mark: markable ? this.#builder.mark() : undefined,
      types: types.length === 0 ? NONE : types,
      className,
      href,
      raised: name === 'sup' || (parent?.raised ?? false),
    });
  }

  text(text: string): void {
    if (this.#skipping === 0) this.#builder.text(text);
  }

  close(): void {
    const element = this.#stack.pop();
    if (element === undefined) return;
    if (element.href !== '') this.#links--;
    if (element.skipped) {
      this.#skipping--;
      return;
    }
    if (this.#skipping > 0) return;
    if (element.mark !== undefined) this.#closeMarked(element, element.mark);
    if (element.block) this.#closeBlock(element.name);
  }

  end(): Content {
    return this.#builder.end();
  }

  #openBlock(name: string, types: readonly string[]): void {
    const builder = this.#builder;
    const heading = HEADING.exec(name)?.[1];
    if (name === 'td' || name === 'th') builder.cell();
    else builder.boundary(heading !== undefined || name === 'table' || name === 'tr');
    builder.push({
      types,
      type: blockType(name, types),
      verse: isVerse(types),
      level: heading === undefined ? 0 : Number(heading),
      pre: name === 'pre',
      row: name === 'tr',
      group: name === 'hgroup',
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
    if (text !== undefined && looksLikePageNumber(text, className)) {
      builder.cut(mark);
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
    if (isNoteReference(types)) return true;
    return looksLikeNoteReference(text, { href, className, raised: raised || this.#builder.isRaised(mark) });
  }
}

function blockType(name: string, types: readonly string[]): BlockType | undefined {
  if (HEADING.test(name) || name === 'hgroup') return 'heading';
  if (isNote(types)) return 'note';
  if (name === 'li' || name === 'dd' || name === 'dt') return 'item';
  if (name === 'blockquote') return 'quote';
  if (name === 'figcaption' || name === 'caption') return 'caption';
  return undefined;
}
