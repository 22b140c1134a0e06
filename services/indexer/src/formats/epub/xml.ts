/** Small XML files (container, OPF, NCX, nav, encryption) as a tree of elements, strictly parsed and bounded. */
import { SaxesParser } from 'saxes';
import { readPrologue, resolveEntities } from './entities.ts';
import { EpubError } from './errors.ts';

/** Nesting; a table of contents rarely goes beyond 30. */
const MAX_DEPTH = 256;
/** Elements; a package with 10,000 files has some 40,000. */
const MAX_ELEMENTS = 400_000;

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
 * Parses a whole document.
 * @throws EpubError bad_xml, entities
 */
export function parseXml(source: string, path: string): XmlElement {
  const { body, entities } = readPrologue(source, path);
  const parser = new SaxesParser({ xmlns: false });
  const stack: XmlElement[] = [];
  let root: XmlElement | undefined;
  let elements = 0;
  parser.on('error', (cause) => {
    throw new EpubError('bad_xml', `${path}: ${cause.message}`, { cause });
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (stack.length >= MAX_DEPTH || ++elements > MAX_ELEMENTS) {
      throw new EpubError('bad_xml', `${path}: nested too deeply or too many elements`);
    }
    const element = {
      name: localName(name),
      attributes: withLocalNames(attributes as Record<string, string>),
      children: [],
      text: '',
    };
    stack.at(-1)?.children.push(element);
    root ??= element;
    stack.push(element);
  });
  const addText = (text: string) => {
    const element = stack.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const done = stack.pop();
    const parent = stack.at(-1);
    if (done !== undefined && parent !== undefined) parent.text += done.text;
  });
  parser.write(resolveEntities(body, entities)).close();
  if (root === undefined) throw new EpubError('bad_xml', `${path}: no element`);
  return root;
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
