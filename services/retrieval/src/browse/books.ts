/** Browsing by book: the list, one book's page, its cover. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { Book__Out as Book } from '@libtrails/proto/types/library/v1/Book';
import type { BookCount__Out as BookCount } from '@libtrails/proto/types/library/v1/BookCount';
import type { BookDetail__Out as BookDetail } from '@libtrails/proto/types/library/v1/BookDetail';
import type { Cover__Out as Cover } from '@libtrails/proto/types/library/v1/Cover';
import type { ListBooksResponse__Out as ListBooksResponse } from '@libtrails/proto/types/library/v1/ListBooksResponse';
import type { SectionRef__Out as SectionRef } from '@libtrails/proto/types/library/v1/SectionRef';
import type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
import type { Library } from '../library/library.ts';
import { booksById, type ThemeRow, toTheme } from './by-id.ts';
import { notFound } from './not-found.ts';
import { fromCursor, type Place, pageLimit, toCursor } from './paging.ts';

const DEFAULT_LIMIT = 60;
const MAX_LIMIT = 200;
/** What a book's page shows. */
const TOPICS_SHOWN = 60;
const NAMES_SHOWN = 40;
const THEMES_SHOWN = 24;

/** Before the first row of each order. */
const FIRST: Record<string, Place> = {
  title: ['', 0],
  author: ['', 0],
  added: [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  year: [Number.MIN_SAFE_INTEGER, 0],
};

export interface ListBooksQuery {
  cursor: string;
  /** 1..200; 0 means 60. */
  limit: number;
  /** "title" (also if empty), "author", "added" (newest first) or "year". */
  sort: string;
}

/** One page of all books. @throws LibTrailsError invalid_argument */
export function listBooks(library: Library, query: ListBooksQuery): ListBooksResponse {
  const sort = query.sort === '' ? 'title' : query.sort;
  const first = FIRST[sort];
  if (first === undefined) {
    throw new LibTrailsError(
      'invalid_argument',
      `Books can't be sorted by "${sort}", but by ${Object.keys(FIRST).join(', ')}`,
    );
  }
  const limit = pageLimit(query.limit, DEFAULT_LIMIT, MAX_LIMIT);
  const [key, id] = fromCursor(`books-${sort}`, query.cursor, first) as [string | number, number];
  const rows = library
    .statement<{ id: number; key: string | number }>(`books-page-${sort}`)
    .all({ key, id, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    books: inOrder(
      page.map((row) => row.id),
      booksById(
        library,
        page.map((row) => row.id),
      ),
    ),
    nextCursor:
      rows.length > limit && last !== undefined ? toCursor(`books-${sort}`, [last.key, last.id]) : '',
    total: library.statement<number>('book-count', 'value').get() ?? 0,
  };
}

/** What a book's page shows. @throws LibTrailsError not_found */
export function getBook(library: Library, bookId: number): BookDetail {
  const book = requireBook(library, bookId);
  const page = library
    .statement<Pick<BookDetail, 'description' | 'publisher' | 'passages' | 'addedAt'>>('book-page')
    .get(bookId);
  if (page === undefined) throw notFound('book', bookId);
  const domains = library.statement<{ id: number; label: string; share: number }>('book-domains').all(bookId);
  return {
    book,
    ...page,
    sections: library.statement<SectionRef>('book-sections').all(bookId),
    phrases: library.statement<string>('book-phrases', 'value').all(bookId),
    topics: library.statement<Topic>('book-topics').all({ book: bookId, limit: TOPICS_SHOWN }),
    names: library.statement<Topic>('book-names').all({ book: bookId, limit: NAMES_SHOWN }),
    themes: library
      .statement<ThemeRow>('book-themes')
      .all({ book: bookId, limit: THEMES_SHOWN })
      .map(toTheme),
    domains: domains.map(({ share, ...domain }) => ({ domain, share })),
  };
}

/** The cover as it stood in the file. @throws LibTrailsError not_found */
export function getCover(library: Library, bookId: number): Cover {
  const cover = library.statement<Cover>('book-cover').get(bookId);
  if (cover === undefined) throw notFound('cover of book', bookId);
  return cover;
}

/** @throws LibTrailsError not_found */
export function requireBook(library: Library, bookId: number): Book {
  const book = booksById(library, [bookId]).get(bookId);
  if (book === undefined) throw notFound('book', bookId);
  return book;
}

/** Rows of book id and passage count with their books, in their order. */
export function withBooks(
  library: Library,
  rows: readonly { bookId: number; passages: number }[],
): BookCount[] {
  const books = booksById(
    library,
    rows.map(({ bookId }) => bookId),
  );
  return rows.flatMap(({ bookId, passages }) => {
    const book = books.get(bookId);
    return book === undefined ? [] : [{ book, passages }];
  });
}

/** The values of these ids, in their order. */
export function inOrder<T>(ids: readonly number[], byId: ReadonlyMap<number, T>): T[] {
  return ids.flatMap((id) => {
    const item = byId.get(id);
    return item === undefined ? [] : [item];
  });
}
