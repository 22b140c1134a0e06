/** Small XML files (container, OPF, NCX, nav, encryption) as a tree of elements, bounded. */
import { Parser } from 'htmlparser2';
import { SaxesParser } from 'saxes';
import type { ReadingNote } from '../../book.ts';
import { readPrologue, resolveEntities } from './entities.ts';
import { EpubError } from './errors.ts';

/** Nesting; a table of contents rarely goes beyond 30. */
const MAX_DEPTH = 256;
/** Elements; a package with 10,000 files has about 40,000. */
const MAX_ELEMENTS = 400_000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 (2.2) allows no others
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

export interface XmlElement {
  /** Name without its namespace prefix. */
  name: string;
  /** Attributes by their name as written, and again without prefix where that is free. */
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  /** All text inside, descendants included, white space as it stands. */
  text: string;
}

/**
 * Parses a whole document: strictly, and where it is not well-formed a second time as far as it can be made out.
 * @param notes gets a note of a second try
 * @throws EpubError entities; bad_xml if there is no element, or too many
 */
export function parseXml(source: string, path: string, notes: ReadingNote[] = []): XmlElement {
  const { body, entities } = readPrologue(source, path);
  const text = resolveEntities(body, entities).trimStart();
  try {
    return parseStrictly(text, path);
  } catch (error) {
    if (!(error instanceof NotWellFormed)) throw error;
    const root = parseLeniently(text, path);
    if (root === undefined) throw new EpubError('bad_xml', `${path}: ${error.message}`, { cause: error });
    notes.push({ kind: 'repaired', place: path, reason: error.message });
    return root;
  }
}

/** In a label or a description, words on either side of their end are apart. */
const BREAKS: ReadonlySet<string> = new Set(['br', 'div', 'p', 'li']);

class NotWellFormed extends Error {}

function parseStrictly(text: string, path: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false });
  const tree = new Tree(path);
  parser.on('error', (cause) => {
    throw new NotWellFormed(cause.message);
  });
  parser.on('opentag', ({ name, attributes }) => tree.open(name, attributes as Record<string, string>));
  parser.on('text', (piece) => tree.text(piece));
  parser.on('cdata', (piece) => tree.text(piece));
  parser.on('closetag', () => tree.close());
  parser.write(text).close();
  if (tree.root === undefined) throw new NotWellFormed('no element');
  return tree.root;
}

/** Bare ampersands, unclosed elements, control characters: what there is, as browsers would read it. */
function parseLeniently(text: string, path: string): XmlElement | undefined {
  const tree = new Tree(path);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => tree.open(name, attributes),
      ontext: (piece) => tree.text(piece),
      onclosetag: () => tree.close(),
    },
    { xmlMode: true },
  );
  parser.end(text.replace(NOT_XML, ' '));
  return tree.root;
}

/** Collects what a parser meets. */
class Tree {
  readonly #path: string;
  readonly #stack: XmlElement[] = [];
  #elements = 0;
  root: XmlElement | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#stack.length >= MAX_DEPTH || ++this.#elements > MAX_ELEMENTS) {
      throw new EpubError('bad_xml', `${this.#path}: nested too deeply or too many elements`);
    }
    const element = { name: localName(name), attributes: withLocalNames(attributes), children: [], text: '' };
    this.#stack.at(-1)?.children.push(element);
    this.root ??= element;
    this.#stack.push(element);
  }

  text(piece: string): void {
    const element = this.#stack.at(-1);
    if (element !== undefined) element.text += piece;
  }

  close(): void {
    const done = this.#stack.pop();
    const parent = this.#stack.at(-1);
    if (done !== undefined && parent !== undefined)
      parent.text += BREAKS.has(done.name) ? `${done.text} ` : done.text;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function withLocalNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const result: Record<string, string> = Object.assign(Object.create(null), attributes);
  for (const [name, value] of Object.entries(attributes)) result[localName(name)] ??= value;
  return result;
}

/** All descendants with one of the names, in document order. */
export function* descendants(element: XmlElement, ...names: string[]): Generator<XmlElement> {
  for (const child of element.children) {
    if (names.includes(child.name)) yield child;
    yield* descendants(child, ...names);
  }
}

/** The first descendant with the name. */
export function first(element: XmlElement, name: string): XmlElement | undefined {
  for (const found of descendants(element, name)) return found;
  return undefined;
}
