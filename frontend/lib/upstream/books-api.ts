/** Lists of books from retrieval's HTTP API. In the browser. */
import type * as Http from '@libtrails/proto/http';

/** Books shown where the newest are asked for. */
const NEWEST = 12;
export const NEWEST_BOOKS = `/api/v1/books?sort=added&limit=${NEWEST}`;

/** The books that came last; undefined where there is no answer. */
export async function newestBooks(signal: AbortSignal): Promise<readonly Http.Book[] | undefined> {
  try {
    const response = await fetch(NEWEST_BOOKS, { signal, cache: 'no-store' });
    if (!response.ok) return undefined;
    const { books } = (await response.json()) as Http.ListBooksResponse;
    return books;
  } catch {
    return undefined;
  }
}
