/** The text of a DOCX file (WordprocessingML, ISO/IEC 29500) → blocks: its elements are told in terms of XHTML. */
import { ContentReader } from '../epub/content.ts';
import type { Content } from '../text/content-block.ts';
import { type Attributes, attribute, readXml, type XmlHandler } from './xml-events.ts';

/** Elements whose text Word does not show: deleted or moved text, and fallbacks for readers that lack a feature. */
const SKIPPED: ReadonlySet<string> = new Set(['del', 'moveFrom', 'Fallback', 'sectPr']);
const ELEMENTS: Readonly<Record<string, string>> = { tbl: 'table', tr: 'tr', tc: 'td' };
/** Word has nine levels of headings. */
const MAX_LEVEL = 6;
/** Styles that a style is based on. */
const MAX_BASES = 10;
/** Footnotes that are no notes. */
const NO_NOTES: ReadonlySet<string> = new Set(['separator', 'continuationSeparator', 'continuationNotice']);

/** Id of a style → level of heading. */
export type HeadingStyles = ReadonlyMap<string, number>;

/** Which styles are headings: by their names, by their outline levels, or as the style is that they are based on. */
export function readHeadingStyles(source: string): HeadingStyles {
  const levels = new Map<string, number>();
  const bases = new Map<string, string>();
  let id = '';
  readXml(source, 'styles.xml', {
    open(name, attributes) {
      const value = attribute(attributes, 'val') ?? '';
      if (name === 'style') id = attribute(attributes, 'styleId') ?? '';
      else if (name === 'name') {
        const level = /^heading ([1-9])$/i.exec(value)?.[1];
        if (level !== undefined) levels.set(id, Number(level));
        else if (/^title$/i.test(value)) levels.set(id, 1);
      } else if (name === 'basedOn') bases.set(id, value);
      else if (name === 'outlineLvl' && /^[0-8]$/.test(value)) levels.set(id, Number(value) + 1);
    },
    text() {},
    close() {},
  });
  for (const style of bases.keys()) {
    let base: string | undefined = style;
    for (let i = 0; i < MAX_BASES && base !== undefined && !levels.has(base); i++) base = bases.get(base);
    const level = base === undefined ? undefined : levels.get(base);
    if (level !== undefined) levels.set(style, level);
  }
  return levels;
}

/** The text of document.xml. */
export function readDocument(source: string, styles: HeadingStyles): Content {
  const reader = new DocxReader(styles, 'body');
  readXml(source, 'document.xml', reader);
  return reader.end();
}

/** The notes of footnotes.xml or endnotes.xml. */
export function readNotes(source: string, styles: HeadingStyles): Content {
  const reader = new DocxReader(styles, 'notes');
  readXml(source, 'notes', reader);
  return reader.end();
}

/** A paragraph before its first text: its properties, which come first, say what kind of paragraph it is. */
interface Paragraph {
  level: number;
  isItem: boolean;
  /** Elements of XHTML that are open for it. */
  open: number;
}

class DocxReader implements XmlHandler {
  readonly #content = new ContentReader();
  readonly #styles: HeadingStyles;
  readonly #kind: 'body' | 'notes';
  /** A text box within a paragraph holds paragraphs. */
  readonly #paragraphs: Paragraph[] = [];
  /** Elements that are open in one whose text is not shown, itself included. */
  #skipped = 0;
  #inText = 0;
  /** The run of text that is open is hidden. */
  #isHidden = false;

  constructor(styles: HeadingStyles, kind: 'body' | 'notes') {
    this.#styles = styles;
    this.#kind = kind;
    if (kind === 'notes') this.#content.open('section', { 'epub:type': 'endnotes' });
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipped > 0 || SKIPPED.has(name) || this.#isNoNote(name, attributes)) {
      this.#skipped++;
      return;
    }
    const element = ELEMENTS[name];
    if (element !== undefined) this.#content.open(element, {});
    else if (name === 'p') this.#paragraphs.push({ level: 0, isItem: false, open: 0 });
    else if (name === 'r') this.#isHidden = false;
    else if (name === 't') this.#inText++;
    else if (name === 'footnote' || name === 'endnote') {
      this.#content.open('section', { 'epub:type': 'endnote' });
    } else if (name === 'hyperlink') {
      this.#begin();
      this.#content.open('a', { href: `#${attribute(attributes, 'anchor') ?? ''}` });
    } else this.#property(name, attributes);
  }

  text(text: string): void {
    if (this.#skipped > 0 || this.#inText === 0 || this.#isHidden) return;
    this.#begin();
    this.#content.text(text);
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    if (name === 't') this.#inText--;
    else if (name === 'p') {
      for (let open = this.#paragraphs.pop()?.open ?? 0; open > 0; open--) this.#content.close();
    } else if (ELEMENTS[name] !== undefined || name === 'hyperlink' || isNote(name)) this.#content.close();
  }

  end(): Content {
    if (this.#kind === 'notes') this.#content.close();
    return this.#content.end();
  }

  #property(name: string, attributes: Attributes): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined) return;
    const value = attribute(attributes, 'val') ?? '';
    if (name === 'pStyle') paragraph.level = this.#styles.get(value) ?? 0;
    else if (name === 'outlineLvl' && /^[0-8]$/.test(value)) paragraph.level = Number(value) + 1;
    else if (name === 'numPr') paragraph.isItem = true;
    else if (name === 'vanish') this.#isHidden = !/^(?:0|false|off)$/.test(value);
    else if (name === 'tab' || name === 'noBreakHyphen') {
      // In a paragraph's properties it is a stop, which has a place.
      if (attribute(attributes, 'pos') === undefined && paragraph.open > 0)
        this.#content.text(name === 'tab' ? ' ' : '-');
    } else if (name === 'br' || name === 'cr') {
      this.#begin();
      this.#content.open('br', {});
      this.#content.close();
    }
  }

  /** Opens the paragraph, now that its properties are known. */
  #begin(): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || paragraph.open > 0) return;
    const { level, isItem } = paragraph;
    this.#content.open(level > 0 ? `h${Math.min(level, MAX_LEVEL)}` : isItem ? 'li' : 'p', {});
    paragraph.open = 1;
  }

  #isNoNote(name: string, attributes: Attributes): boolean {
    return this.#kind === 'notes' && isNote(name) && NO_NOTES.has(attribute(attributes, 'type') ?? '');
  }
}

const isNote = (name: string) => name === 'footnote' || name === 'endnote';
