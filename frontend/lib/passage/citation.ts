/** A quotation with its source, as Markdown that also reads well as plain text. Pure. */
import { list, percent } from '../format.ts';
import type { Book, SectionRef } from '../model.ts';

export interface QuotedPlace {
  book: Pick<Book, 'title' | 'authors' | 'year'> & Partial<Pick<Book, 'subtitle'>>;
  section: Pick<SectionRef, 'index' | 'title'> | null;
  /** 0..1 into the book. */
  position: number;
  /** Printed pages: "12", "12–14"; empty if they are not known. */
  page?: string;
}

/** "p. 12", "pp. 12–14"; empty without a page. */
export function pages(page: string): string {
  if (page === '') return '';
  return `${page.includes('–') ? 'pp.' : 'p.'} ${page}`;
}

/** Text from a book must not become a picture or a link in the notes it is pasted into: CommonMark's own escapes. */
const escapeMarkdown = (text: string) => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');

/** "Herman Melville, *Moby Dick* (1851), Chapter 1, p. 12", or how far into the book: what is not known is left out. */
export function citation({ book, section, position, page = '' }: QuotedPlace): string {
  const year = book.year ? ` (${book.year})` : '';
  const title = `*${escapeMarkdown(book.title)}*${year}`;
  const [authors, chapter] = [escapeMarkdown(list(book.authors)), escapeMarkdown(section?.title ?? '')];
  const place = escapeMarkdown(pages(page)) || percent(position);
  return [authors, title, chapter, place].filter((part) => part !== '').join(', ');
}

/** The text as a block quotation, then its source (Markdown, as `citation` returns it) and its address. */
export function quoteWithSource(text: string, source: string, url: string): string {
  const lines = escapeMarkdown(text)
    .trim()
    .split(/\s*\n\s*/)
    .map((line) => `> ${line}`)
    .join('\n>\n');
  return `${lines}\n>\n> — ${source}: ${url}\n`;
}
