/** Addresses of the pages. A query travels along, so that hits stay marked and the way back is known. Pure. */
import { PASSAGE_ID } from './ids.ts';
import type { Book, Passage } from './model.ts';
import { fingerprint } from './place.ts';

const withQuery = (path: string, query: string | undefined) =>
  query ? `${path}?${new URLSearchParams({ q: query })}` : path;

export const bookUrl = (id: number, query?: string) => withQuery(`/books/${id}`, query);
export const topicUrl = (id: number) => `/topics/${id}`;
export const themeUrl = (id: number) => `/themes/${id}`;
export const domainUrl = (id: number) => `/domains/${id}`;

/** Opens with the passage itself on the screen, however long the one before it is. */
export const passageUrl = (id: number, query?: string) =>
  `${withQuery(`/passages/${id}`, query)}#${PASSAGE_ID}`;

/** A place in a section: UTF-16 range of its text, and the text there or what it begins with. */
export interface LinkedPlace {
  start: number;
  end: number;
  text: string;
}

/** A section of a book; with a place the page opens at it, and finds it again when the offsets have moved. */
export function readUrl(bookId: number, section: number, place?: LinkedPlace, query?: string): string {
  const params = new URLSearchParams();
  if (place) {
    params.set('at', `${place.start}-${place.end}`);
    const quote = fingerprint(place.text);
    if (quote) params.set('quote', quote);
  }
  if (query) params.set('q', query);
  const search = params.size > 0 ? `?${params}` : '';
  return `/books/${bookId}/read/${section}${search}${place ? `#${PASSAGE_ID}` : ''}`;
}

/** Where a passage stands in its book. */
export function placeUrl(
  passage: Pick<Passage, 'bookId' | 'section' | 'start' | 'end' | 'text'>,
  query?: string,
): string {
  return readUrl(passage.bookId, passage.section?.index ?? 0, passage, query);
}

/** The cover's address changes with its content; undefined if the book has none. */
export function coverUrl(book: Pick<Book, 'id' | 'cover'>): string | undefined {
  return book.cover === '' ? undefined : `/api/v1/books/${book.id}/cover?v=${encodeURIComponent(book.cover)}`;
}
