/** What a Calibre book says about itself, in LibTrails' words. */
import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import type { BookMetadata } from '../book.ts';
import { metadataOf } from '../formats/text/metadata-of.ts';
import type { CalibreBook, CalibreLibrary } from './read-library.ts';

/** Part of every version: raise it when the same row gives other metadata. */
const RECIPE = 1;

/** Metadata that a catalogue has for a book, which takes the place of the file's own. */
export interface CatalogueEntry {
  metadata: BookMetadata;
  /** Changes when anything in this entry does. */
  version: string;
  /** Opens the book in Calibre. */
  link: string;
  /** Stars, 0..5; 0 if it is not rated. */
  rating: number;
}

/**
 * Calibre's metadata as it is, also where it is empty: an author who was removed there is gone here. Only the language
 * is left to the file where Calibre has none.
 */
export function catalogueEntry(library: CalibreLibrary, book: CalibreBook): CatalogueEntry {
  const year = Number(/^\d{4}/.exec(book.published)?.[0] ?? 0);
  const metadata = metadataOf(
    {
      title: book.title,
      titleSort: book.titleSort,
      authors: book.authors.filter((name) => name !== 'Unknown'),
      authorSort: book.authorSort === 'Unknown' ? '' : book.authorSort,
      language: book.languages[0] ?? '',
      // Calibre's date for "not known" is in the year 101.
      year: year > 101 ? year : 0,
      description: textOfHtml(book.comments),
      subjects: [...book.tags, ...book.columns],
      publisher: book.publisher,
      identifiers: book.identifiers,
      series: book.series,
      seriesIndex: book.seriesIndex,
    },
    'Untitled',
  );
  if (metadata.language === 'und') metadata.language = '';
  const rest = { metadata, link: linkTo(library.name, book.id), rating: book.rating / 2 };
  const version = createHash('sha256')
    .update(JSON.stringify([RECIPE, rest]))
    .digest('hex')
    .slice(0, 32);
  return { ...rest, version };
}

/** An address of Calibre's own kind (manual.calibre-ebook.com/url_scheme.html). */
function linkTo(library: string, id: number): string {
  return `calibre://show-book/_hex_-${Buffer.from(library).toString('hex')}/${id}`;
}

const BREAKS = /^(?:p|div|h[1-6]|ul|ol|li|blockquote|table|tr|section|article)$/;

/** The text of HTML, paragraphs divided by an empty line. */
function textOfHtml(html: string): string {
  let text = '';
  let hidden = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (name === 'script' || name === 'style') hidden++;
      if (BREAKS.test(name)) text += '\n\n';
      else if (name === 'br') text += '\n';
    },
    ontext(part) {
      if (hidden === 0) text += part.replace(/\s+/g, ' ');
    },
    onclosetag(name) {
      if (name === 'script' || name === 'style') hidden--;
      if (BREAKS.test(name)) text += '\n\n';
    },
  });
  parser.end(html);
  return text;
}
