/** The text of an ODT file (OpenDocument, ISO/IEC 26300) → blocks: its elements are told in terms of XHTML. */
import { ContentReader } from '../epub/content.ts';
import type { Content } from '../text/content-block.ts';
import { type Attributes, attribute, readXml, type XmlHandler } from './xml-events.ts';

/** Deleted text, comments, what describes pictures, forms, and the numbers of notes. */
const SKIPPED: ReadonlySet<string> = new Set([
  ...['tracked-changes', 'annotation', 'title', 'desc', 'forms', 'note-citation', 'sequence-decls'],
]);
const ELEMENTS: Readonly<Record<string, string>> = {
  p: 'p',
  'list-item': 'li',
  'list-header': 'li',
  table: 'table',
  'table-row': 'tr',
  'table-cell': 'td',
};
const MAX_LEVEL = 6;
/** Spaces in a row are one to a reader. */
const SPACES: ReadonlySet<string> = new Set(['s', 'tab']);

export interface OdtText {
  text: Content;
  notes: Content;
}

/** The text of content.xml, and its notes, which stand within their paragraphs. */
export function readOdt(source: string): OdtText {
  const reader = new OdtReader();
  readXml(source, 'content.xml', reader);
  return reader.end();
}

class OdtReader implements XmlHandler {
  readonly #text = new ContentReader();
  readonly #notes = new ContentReader();
  /** For each open element: of which reader it has one open. */
  readonly #open: (ContentReader | undefined)[] = [];
  /** Elements that are open in one whose text is not shown, itself included. */
  #skipped = 0;
  #inText = 0;
  #inNotes = 0;

  constructor() {
    this.#notes.open('section', { 'epub:type': 'endnotes' });
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipped > 0 || SKIPPED.has(name)) {
      this.#skipped++;
      return;
    }
    if (name === 'text') this.#inText++;
    if (name === 'note-body') this.#inNotes++;
    const element = this.#inText > 0 ? asXhtml(name, attributes) : undefined;
    const reader = this.#reader;
    if (element !== undefined) reader.open(...element);
    this.#open.push(element === undefined ? undefined : reader);
    if (this.#inText > 0 && SPACES.has(name)) reader.text(' ');
  }

  text(text: string): void {
    if (this.#skipped === 0 && this.#inText > 0) this.#reader.text(text);
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    this.#open.pop()?.close();
    if (name === 'text') this.#inText--;
    if (name === 'note-body') this.#inNotes--;
  }

  end(): OdtText {
    this.#notes.close();
    return { text: this.#text.end(), notes: this.#notes.end() };
  }

  get #reader(): ContentReader {
    return this.#inNotes > 0 ? this.#notes : this.#text;
  }
}

function asXhtml(name: string, attributes: Attributes): [string, Record<string, string>] | undefined {
  const style = attribute(attributes, 'style-name') ?? '';
  if (name === 'h') {
    const level = Number(attribute(attributes, 'outline-level') ?? 1);
    return [`h${Math.min(Math.max(1, level || 1), MAX_LEVEL)}`, {}];
  }
  if (name === 'p' && style === 'Title') return ['h1', {}];
  if (name === 'note-body') return ['section', { 'epub:type': 'endnote' }];
  if (name === 'line-break') return ['br', {}];
  if (name === 'a') return ['a', { href: attribute(attributes, 'href') ?? '' }];
  const element = ELEMENTS[name];
  return element === undefined ? undefined : [element, {}];
}
