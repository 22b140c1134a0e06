/** Addresses of the pages. A query travels along, so that hits stay marked and the way back is known. Pure. */

import type { Book } from './model.ts';
import { PASSAGE_ID } from './shell/ids.ts';

const withQuery = (path: string, query: string | undefined) =>
  query ? `${path}?${new URLSearchParams({ q: query })}` : path;

export const bookUrl = (id: number, query?: string) => withQuery(`/books/${id}`, query);
export const topicUrl = (id: number) => `/topics/${id}`;
export const themeUrl = (id: number) => `/themes/${id}`;
/** Between two ideas; without `to` it stays with `from`. */
export const trailBetween = (from: string, to = '') =>
  `/trail?${new URLSearchParams(to === '' ? { from } : { from, to })}`;
export const trailFromPassage = (id: number) => `/trail?from=passage:${id}`;
export const trailFromTopic = (id: number) => `/trail?from=topic:${id}`;
export const domainUrl = (id: number) => `/domains/${id}`;

/** Opens with the passage itself on the screen, however long the one before it is. */
export const passageUrl = (id: number, query?: string) =>
  `${withQuery(`/passages/${id}`, query)}#${PASSAGE_ID}`;

/** The cover's address changes with its content; undefined if the book has none. */
export function coverUrl(book: Pick<Book, 'id' | 'cover'>): string | undefined {
  return book.cover === '' ? undefined : `/api/v1/books/${book.id}/cover?v=${encodeURIComponent(book.cover)}`;
}
