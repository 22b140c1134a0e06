/** A quotation with its source, as Markdown that also reads well as plain text. Pure. */
import { list, percent } from './format.ts';
import type { Book, SectionRef } from './model.ts';

export interface QuotedPlace {
  book: Pick<Book, 'title' | 'authors' | 'year'>;
  section: Pick<SectionRef, 'index' | 'title'> | null;
  /** 0..1 into the book. */
  position: number;
}

/** "Herman Melville, *Moby Dick* (1851), Chapter 1, 3 %": what is not known is left out. */
export function citation({ book, section, position }: QuotedPlace): string {
  const year = book.year ? ` (${book.year})` : '';
  return [list(book.authors), `*${book.title}*${year}`, section?.title ?? '', percent(position)]
    .filter((part) => part !== '')
    .join(', ');
}

/** The text as a block quotation, then its source as a link to `url`. */
export function quoteWithSource(text: string, source: string, url: string): string {
  const lines = text
    .trim()
    .split(/\s*\n\s*/)
    .map((line) => `> ${line}`)
    .join('\n>\n');
  return `${lines}\n>\n> — ${source}: ${url}\n`;
}
