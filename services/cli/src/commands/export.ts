/** `libtrails export`: every book with its metadata. */
import type { Book, ListBooksResponse } from '@libtrails/proto/http';
import { type ApiFlags, LibraryApi } from '../library-api.ts';

const PAGE = 200;
const COLUMNS = [
  ...(['id', 'title', 'subtitle', 'authors', 'year', 'language', 'series', 'seriesIndex'] as const),
  ...(['subjects', 'words', 'fileName'] as const),
];

/** Books by title: JSON, or CSV (RFC 4180) for a spreadsheet. */
export async function exportBooks(flags: ApiFlags & { json?: boolean; format?: string }): Promise<void> {
  const api = new LibraryApi(flags);
  const isCsv = !flags.json && flags.format === 'csv';
  const books: Book[] = [];
  let cursor = '';
  do {
    const page = await api.get<ListBooksResponse>('/books', { limit: PAGE, cursor });
    books.push(...page.books);
    cursor = page.nextCursor;
  } while (cursor !== '');
  if (!isCsv) {
    console.log(JSON.stringify({ books }, null, 2));
    return;
  }
  const rows = books.map((book) => COLUMNS.map((name) => cell(book[name])).join(','));
  console.log([COLUMNS.join(','), ...rows].join('\r\n'));
}

/** A spreadsheet takes a cell that begins with one of these for a formula: an apostrophe makes it text. */
const FORMULA = /^[=+\-@\t\r]/;

function cell(value: string | number | readonly string[]): string {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : value.join('; ');
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
