/** XML entities: the predefined and HTML's named ones are read, simple private ones too, clever ones refused. */
import { Parser } from 'htmlparser2';
import { EpubError } from './errors.ts';

/** Private entities that one file may declare. */
const MAX_DECLARED = 256;
/** Length of one private entity's text, in UTF-16 units. */
const MAX_ENTITY_LENGTH = 256;
const PREDEFINED = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** One `<!ENTITY name "value">`; anything else after the name is a parameter or external entity. */
const DECLARATION = /<!ENTITY\s+(?:(%)\s+)?([\w.:-]+)\s+(?:"([^"]*)"|'([^']*)'|([A-Z]+)\b)/g;

const REFERENCE = /&([A-Za-z][\w.-]*);/g;

export interface Prologue {
  /** The document without its DOCTYPE. */
  body: string;
  /** Private entities, name → text; undefined for external ones, which are never fetched. */
  entities: ReadonlyMap<string, string | undefined>;
}

/**
 * Cuts the DOCTYPE off and reads the entities it declares. Parameter entities and external ones may be declared, as
 * authoring tools do; nothing is made of them.
 * @throws EpubError entities if one refers to another, or if there are too many
 */
export function readPrologue(text: string, path: string): Prologue {
  const start = /<!DOCTYPE\b/i.exec(text)?.index;
  if (start === undefined) return { body: text, entities: new Map() };
  const end = doctypeEnd(text, start);
  if (end === -1) throw new EpubError('bad_xml', `${path}: the DOCTYPE has no end`);
  const doctype = text.slice(start, end);
  const entities = new Map<string, string | undefined>();
  for (const [, parameter, name = '', double, single, external] of doctype.matchAll(DECLARATION)) {
    if (entities.size >= MAX_DECLARED) throw new EpubError('entities', path);
    if (parameter !== undefined) continue;
    if (external !== undefined) {
      entities.set(name, undefined);
      continue;
    }
    const value = double ?? single ?? '';
    if (value.length > MAX_ENTITY_LENGTH || /&(?!#)|%/.test(value)) {
      throw new EpubError('entities', `${path}: ${name}`);
    }
    if (!PREDEFINED.has(name)) entities.set(name, decodeNumeric(value));
  }
  return { body: text.slice(0, start) + text.slice(end), entities };
}

/** Index after the '>' that ends the DOCTYPE at `start`: past quotes and the internal subset. */
function doctypeEnd(text: string, start: number): number {
  let subset = 0;
  let quote = '';
  for (let i = start; i < text.length; i++) {
    const c = text[i]!;
    if (quote !== '') {
      if (c === quote) quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '[') subset++;
    else if (c === ']') subset--;
    else if (c === '>' && subset <= 0) return i + 1;
  }
  return -1;
}

/**
 * Replaces private and HTML entities, so that strict XML parsing meets none but the predefined five.
 * Text that an entity brings in is escaped: it can't become markup.
 * @throws EpubError entities if the text uses an external one
 */
export function resolveEntities(body: string, entities: Prologue['entities']): string {
  return body.replace(REFERENCE, (reference, name: string) => {
    if (PREDEFINED.has(name)) return reference;
    return escapeXml(textOf(name, entities) ?? decodeReferences(reference));
  });
}

/**
 * Replaces private entities only; an HTML parser knows the others.
 * @throws EpubError entities if the text uses an external one
 */
export function resolvePrivateEntities(body: string, entities: Prologue['entities']): string {
  if (entities.size === 0) return body;
  return body.replace(REFERENCE, (reference, name: string) => {
    const value = textOf(name, entities);
    return value === undefined ? reference : escapeXml(value);
  });
}

function textOf(name: string, entities: Prologue['entities']): string | undefined {
  const value = entities.get(name);
  if (value === undefined && entities.has(name)) throw new EpubError('entities', name);
  return value;
}

/** Text with HTML's named and all numeric references replaced by what they stand for. */
export function decodeReferences(reference: string): string {
  let text = '';
  const parser = new Parser({ ontext: (piece) => (text += piece) });
  parser.end(reference);
  return text;
}

function decodeNumeric(value: string): string {
  return value.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (reference, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
  });
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
