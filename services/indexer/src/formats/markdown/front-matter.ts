/** The block of YAML that a Markdown file may begin with, as Pandoc, Hugo and Obsidian write it. */
import { parse } from 'yaml';
import type { BookMetadata } from '../../book.ts';
import { yearIn } from '../text/metadata-of.ts';

/** Longer ones are no front matter, in UTF-16 units. */
const MAX_UNITS = 16_384;
/** So many beginnings of lists and maps in a row say nothing of a book; thousands take the YAML parser minutes. */
const NESTED = /(?:[?:[{-]\s*){32}/;

export function readFrontMatter(source: string): { stated: Partial<BookMetadata>; body: string } {
  const text = source.replace(/^\ufeff/, '');
  const [whole, yaml = ''] =
    /^---[ \t]*\r?\n([\s\S]{0,16384}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(
      text.slice(0, MAX_UNITS + 64),
    ) ?? [];
  if (whole === undefined) return { stated: {}, body: text };
  if (NESTED.test(yaml)) return { stated: {}, body: text };
  let fields: unknown;
  try {
    // No aliases: ten of them, nested, make a billion values.
    fields = parse(yaml, { maxAliasCount: 0, logLevel: 'silent' });
  } catch {
    fields = undefined;
  }
  // A line of dashes above a text that is no YAML is a line of dashes.
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
    return { stated: {}, body: text };
  return { stated: metadataIn(fields as Record<string, unknown>), body: text.slice(whole.length) };
}

function metadataIn(fields: Readonly<Record<string, unknown>>): Partial<BookMetadata> {
  const of = (...names: string[]) =>
    names.flatMap((name) => textsOf(Object.hasOwn(fields, name) ? fields[name] : undefined));
  const subtitle = of('subtitle')[0];
  const title = of('title')[0] ?? '';
  return {
    title: subtitle === undefined || title === '' ? title : `${title}: ${subtitle}`,
    authors: of('author', 'authors', 'creator'),
    language: of('lang', 'language')[0] ?? '',
    year: yearIn(of('date', 'year')[0] ?? ''),
    description: of('description', 'abstract')[0] ?? '',
    subjects: of('tags', 'keywords', 'subject'),
    publisher: of('publisher')[0] ?? '',
    identifiers: of('isbn', 'identifier'),
    series: of('series', 'belongs-to-collection')[0] ?? '',
    seriesIndex: Number.parseFloat(of('series_index', 'group-position')[0] ?? '') || 0,
  };
}

/** "A", [A, B], {name: A}, {text: A}: all forms in which one field is written. */
function textsOf(value: unknown): string[] {
  if (Array.isArray(value))
    return value.slice(0, 100).flatMap((item) => (Array.isArray(item) ? [] : textsOf(item)));
  if (value instanceof Date) return [value.toISOString()];
  if (typeof value === 'object' && value !== null) {
    const { name, text } = value as Record<string, unknown>;
    return textsOf(
      typeof name === 'object' ? undefined : (name ?? (typeof text === 'object' ? undefined : text)),
    );
  }
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}
