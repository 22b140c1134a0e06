/** Orders of a list of books that speak of one thing. Pure. */
import type { BookCount } from '../model.ts';

export const BOOK_COUNT_SORTS = ['relevance', 'passages', 'title'] as const;
export type BookCountSort = (typeof BOOK_COUNT_SORTS)[number];

const ORDERS: Record<BookCountSort, (a: BookCount, b: BookCount) => number> = {
  // How much of the book it is: a raw count would put the longest books first.
  relevance: (a, b) => b.share - a.share || b.concentration - a.concentration || b.passages - a.passages,
  passages: (a, b) => b.passages - a.passages,
  title: (a, b) => (a.book?.title ?? '').localeCompare(b.book?.title ?? '', 'en'),
};

/** The books in one order; equal ones by id. */
export function rankedBooks(books: readonly BookCount[], sort: BookCountSort): BookCount[] {
  return books.toSorted((a, b) => ORDERS[sort](a, b) || (a.book?.id ?? 0) - (b.book?.id ?? 0));
}
