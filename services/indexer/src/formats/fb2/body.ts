/** The bodies of an FB2 file → blocks, contents and cover, in one pass: its elements are told in terms of XHTML. */
import type { CoverImage } from '../../book.ts';
import { ContentReader } from '../epub/content.ts';
import { DeepParser } from '../epub/element-stack.ts';
import { readPrologue, resolveEntities } from '../epub/entities.ts';
import type { Content } from '../text/content-block.ts';
import { plainText } from '../text/plain-text.ts';
import type { NavPoint, SpineText } from '../text/sections.ts';

/** Bytes of a cover, as for EPUB. */
const MAX_COVER_BYTES = 16 * 1024 * 1024;
/** Longest title in the contents, in UTF-16 units. */
const MAX_TITLE = 500;
/** A section without title whose first line is shorter begins with its title, in UTF-16 units. */
const MAX_FIRST_LINE = 80;

const AS_XHTML: Readonly<Record<string, string>> = {
  section: 'section',
  p: 'p',
  subtitle: 'h5',
  epigraph: 'blockquote',
  cite: 'blockquote',
  annotation: 'div',
  poem: 'poem',
  stanza: 'linegroup',
  v: 'line',
  'text-author': 'p',
  date: 'p',
  table: 'table',
  tr: 'tr',
  td: 'td',
  th: 'th',
  a: 'a',
  sup: 'sup',
  code: 'code',
};

export interface Fb2Body {
  /** The bodies: the text, notes, perhaps more. None if it is no FB2. */
  files: SpineText[];
  points: NavPoint[];
  cover: CoverImage | undefined;
}

/** @throws EpubError entities, bad_xml (a DOCTYPE without end) */
export function readBody(source: string, path: string, coverId: string): Fb2Body {
  const { body, entities } = readPrologue(source, path);
  const reader = new BodyReader(coverId);
  const parser = new DeepParser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (text) => reader.text(text),
      onclosetag: () => reader.close(),
    },
    { xmlMode: true, lowerCaseTags: true },
  );
  parser.end(resolveEntities(body, entities));
  return reader.end();
}

/** A section that is open. */
interface OpenSection {
  fragment: string;
  point: NavPoint | undefined;
}

class BodyReader {
  #reader = new ContentReader();
  /** Of the body that is open. */
  #path = '';
  readonly #files: SpineText[] = [];
  readonly #coverId: string;
  #points: NavPoint[] = [];
  readonly #allPoints: NavPoint[] = [];
  readonly #sections: OpenSection[] = [];
  #untitled: string[] = [];
  #count = 0;
  /** All elements that are open. */
  readonly #names: string[] = [];
  /** Elements open inside a body, with how many elements of XHTML each is. */
  #open: number[] = [];
  #inNotes = false;
  #poems = 0;
  /** Text of the title that is open. */
  #title: string[] | undefined;
  /** Base64 of the cover while it is read, and what it says it is. */
  #cover: string[] = [];
  #coverType = '';
  #inCover = false;

  constructor(coverId: string) {
    this.#coverId = coverId;
  }

  open(qualified: string, attributes: Readonly<Record<string, string>>): void {
    const name = localName(qualified);
    this.#names.push(name);
    if (name === 'binary') {
      this.#inCover = this.#coverId !== '' && attributes.id === this.#coverId && this.#cover.length === 0;
      if (this.#inCover) this.#coverType = attributes['content-type'] ?? '';
      return;
    }
    if (name === 'body' && this.#open.length === 0) {
      this.#inNotes = /^(?:notes|comments|footnotes)$/i.test(attributes.name ?? '');
      this.#reader = new ContentReader();
      const number = this.#files.length === 0 ? '' : `-${this.#files.length + 1}`;
      this.#path = this.#inNotes ? `notes${number}` : number;
      this.#begin(['section'], this.#inNotes ? { 'epub:type': 'endnotes' } : {});
      if (this.#inNotes) this.#openSection();
      return;
    }
    if (this.#open.length === 0) return;
    if (name === 'section' && !this.#inNotes) this.#openSection();
    if (name === 'poem') this.#poems++;
    this.#begin(...this.#asXhtml(name, attributes));
  }

  text(text: string): void {
    if (this.#inCover) this.#cover.push(text);
    if (this.#open.length === 0) return;
    this.#title?.push(text);
    this.#reader.text(text);
  }

  close(): void {
    const name = this.#names.pop();
    if (name === 'binary') {
      this.#inCover = false;
      return;
    }
    const opened = this.#open.pop();
    if (opened === undefined) return;
    for (let i = 0; i < opened; i++) this.#reader.close();
    if (name === 'poem') this.#poems--;
    if (name === 'title' && this.#title !== undefined) this.#endTitle(this.#title);
    if (name === 'section' && !this.#inNotes) this.#closeSection();
    if (this.#open.length === 0) this.#endBody();
  }

  end(): Fb2Body {
    return { files: this.#files, points: this.#allPoints, cover: this.#coverImage() };
  }

  #endBody(): void {
    const content = this.#reader.end();
    this.#files.push({ path: this.#path, content, landmark: '' });
    this.#allPoints.push(...withUntitled(this.#points, this.#untitled, this.#path, content));
    this.#sections.length = 0;
    this.#points = [];
    this.#untitled = [];
  }

  #begin(names: readonly string[], attributes: Readonly<Record<string, string>>): void {
    for (const [i, name] of names.entries()) this.#reader.open(name, i === 0 ? attributes : {});
    this.#open.push(names.length);
  }

  #asXhtml(name: string, attributes: Readonly<Record<string, string>>): [string[], Record<string, string>] {
    const id: Record<string, string> = attributes.id === undefined ? {} : { id: attributes.id };
    if (name === 'title') {
      if (this.#inNotes && this.#sections.at(-1)?.point !== undefined) return [['p'], id];
      const level = this.#poems > 0 ? 5 : Math.min(6, Math.max(1, this.#sections.length));
      this.#title = this.#poems > 0 ? undefined : [];
      return [[`h${level}`, 'hgroup'], id];
    }
    if (name === 'section' && this.#inNotes) return [['section'], { ...id, 'epub:type': 'endnote' }];
    if (name === 'a') {
      const href = Object.entries(attributes).find(([key]) => localName(key) === 'href')?.[1] ?? '';
      return [['a'], { ...id, href, ...(attributes.type === 'note' ? { 'epub:type': 'noteref' } : {}) }];
    }
    // Words between the paragraphs of a title belong together; what is not known is emphasis or the like.
    return [[AS_XHTML[name] ?? 'span'], id];
  }

  #openSection(): void {
    const fragment = `section-${++this.#count}`;
    // Its own element, so that the id stands before whatever the section begins with.
    this.#reader.open('span', { id: fragment });
    this.#reader.close();
    this.#sections.push({ fragment, point: undefined });
  }

  #closeSection(): void {
    const section = this.#sections.pop();
    if (section !== undefined && section.point === undefined && this.#sections.length === 0) {
      this.#untitled.push(section.fragment);
    }
  }

  #endTitle(pieces: readonly string[]): void {
    this.#title = undefined;
    const section = this.#sections.at(-1);
    const title = plainText(pieces.join(' ')).slice(0, MAX_TITLE);
    if (section === undefined || section.point !== undefined || title === '') return;
    const parent = this.#sections.findLast(({ point }) => point !== undefined)?.point;
    const depth = parent === undefined ? 0 : parent.depth + 1;
    section.point = { title, path: this.#path, fragment: section.fragment, depth, parent };
    this.#points.push(section.point);
  }

  #coverImage(): CoverImage | undefined {
    const base64 = this.#cover.join('');
    if (base64 === '' || base64.length > (MAX_COVER_BYTES * 4) / 3) return undefined;
    return { data: Buffer.from(base64, 'base64'), mediaType: this.#coverType || 'image/jpeg' };
  }
}

/** Sections of the first level without a title: their first line is one if it looks like one. */
function withUntitled(
  points: NavPoint[],
  untitled: readonly string[],
  path: string,
  { blocks, anchors }: Content,
): NavPoint[] {
  const more: NavPoint[] = [];
  for (const fragment of untitled) {
    const block = blocks[anchors.get(fragment) ?? -1];
    if (block?.type !== 'paragraph' && block?.type !== 'heading') continue;
    if (block.text.length > MAX_FIRST_LINE || /[,;]$|\p{Ll}[.!?…]["”’»]?$/u.test(block.text)) continue;
    if (block.type === 'paragraph') Object.assign(block, { type: 'heading', level: 2 });
    more.push({ title: block.text, path, fragment, depth: 0, parent: undefined });
  }
  if (more.length === 0) return points;
  const at = ({ fragment }: NavPoint) => anchors.get(fragment) ?? 0;
  return [...points, ...more].sort((a, b) => at(a) - at(b));
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase();
