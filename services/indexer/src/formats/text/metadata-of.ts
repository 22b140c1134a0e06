/** Metadata of files that say little about themselves, bounded as those of EPUBs are. */
import type { BookMetadata } from '../../book.ts';
import { languageOfName } from '../epub/language-names.ts';
import { plainText } from './plain-text.ts';

/** Longest texts and lists that are kept, in UTF-16 units and items. */
const LIMITS = { line: 500, description: 10_000, list: 100 };

/** What a file says, with empty values for the rest; the fallback serves where it has no title. */
export function metadataOf(stated: Partial<BookMetadata>, fallbackTitle: string): BookMetadata {
  const line = (text = '', limit = LIMITS.line) => plainText(text.slice(0, 4 * limit)).slice(0, limit);
  const list = (texts: readonly string[] = []) =>
    [...new Set(texts.slice(0, LIMITS.list).map((text) => line(text)))].filter((text) => text !== '');
  return {
    title: line(stated.title) || line(fallbackTitle) || 'Untitled',
    authors: list(stated.authors),
    language: languageTag(stated.language ?? ''),
    year: stated.year ?? 0,
    description: (stated.description ?? '')
      .slice(0, 4 * LIMITS.description)
      .split(/\n\s*\n/)
      .map(plainText)
      .filter((paragraph) => paragraph !== '')
      .join('\n\n')
      .slice(0, LIMITS.description),
    subjects: list(stated.subjects),
    publisher: line(stated.publisher),
    identifiers: list(stated.identifiers),
    series: line(stated.series),
    seriesIndex: stated.series ? (stated.seriesIndex ?? 0) : 0,
    titleSort: line(stated.titleSort),
    authorSort: line(stated.authorSort),
    subtitle: line(stated.subtitle),
  };
}

/** "en-GB" of a tag or of a name such as "English"; "und" if it is neither. */
export function languageTag(text: string): string {
  const trimmed = text.trim().slice(0, 100);
  if (trimmed === '') return 'und';
  if (!/^[a-z]{2,3}(?:[-_]|$)/i.test(trimmed)) return languageOfName(trimmed) ?? 'und';
  try {
    return Intl.getCanonicalLocales(trimmed.replaceAll('_', '-'))[0] ?? 'und';
  } catch {
    return 'und';
  }
}

/** The year that a date of any form names; 0 if none. */
export function yearIn(text: string): number {
  return Number(/\b(1[0-9]\d\d|20\d\d)\b/.exec(text.slice(0, 200))?.[1] ?? 0);
}

const STORED_AS = /^(.+?)\s+(?:-|–|—|_)\s+(.+)$/;

/**
 * Title and author in a file name: "Title - Author" as Calibre saves books, "Title by Author".
 * @param name without its extension
 * @param isAuthor whether the text calls somebody its author; turns "Author - Title" round
 */
export function fromFileName(
  name: string,
  isAuthor: (person: string) => boolean = () => false,
): { title: string; authors: string[] } {
  const clean = name.replace(/[_\s]+/g, (gap) => (gap.includes(' ') || gap === '_' ? ' ' : gap)).trim();
  const stored = STORED_AS.exec(name.trim());
  if (stored !== null) {
    const [, first = '', second = ''] = stored;
    if (isAuthor(first) && !isAuthor(second)) return { title: second, authors: [first] };
    if (isAuthor(second) || looksLikeName(second)) return { title: first, authors: [second] };
    return { title: clean, authors: [] };
  }
  const [, title = '', author = ''] = /^(.+) by (.+)$/i.exec(clean) ?? [];
  return looksLikeName(author) ? { title, authors: [author] } : { title: clean, authors: [] };
}

/** Two to five words that each begin with a capital, particles between them. */
export function looksLikeName(text: string): boolean {
  const words = text.split(/\s+/);
  return (
    words.length >= 2 && words.length <= 5 && words.every((word) => /^(?:\p{Lu}|[a-z]{2,3}$)/u.test(word))
  );
}

/** A file name without folders and its extensions. */
export function stemOf(name: string, extensions: readonly string[]): string {
  const lower = name.toLowerCase();
  const extension = extensions.find((end) => lower.endsWith(end)) ?? '';
  return name.slice(0, name.length - extension.length);
}
