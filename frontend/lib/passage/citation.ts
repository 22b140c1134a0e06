/** A quotation with its source, as Markdown that also reads well as plain text. Pure. */
import { list, percent } from '../format.ts';
import type { Book, SectionRef } from '../model.ts';

export interface QuotedPlace {
  book: Pick<Book, 'title' | 'authors' | 'year'>;
  section: Pick<SectionRef, 'index' | 'title'> | null;
  /** 0..1 into the book. */
  position: number;
}

/** Text from a book must not become a picture or a link in the notes it is pasted into: CommonMark's own escapes. */
const escapeMarkdown = (text: string) => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');

/** "Herman Melville, *Moby Dick* (1851), Chapter 1, 3 %": what is not known is left out. */
export function citation({ book, section, position }: QuotedPlace): string {
  const year = book.year ? ` (${book.year})` : '';
  const title = `*${escapeMarkdown(book.title)}*${year}`;
  const [authors, chapter] = [escapeMarkdown(list(book.authors)), escapeMarkdown(section?.title ?? '')];
  return [authors, title, chapter, percent(position)].filter((part) => part !== '').join(', ');
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
