/** Browsing by book: the list, one book's page, its cover. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { Book__Out as Book } from '@libtrails/proto/types/library/v1/Book';
import type { BookCount__Out as BookCount } from '@libtrails/proto/types/library/v1/BookCount';
import type { BookDetail__Out as BookDetail } from '@libtrails/proto/types/library/v1/BookDetail';
import type { Cover__Out as Cover } from '@libtrails/proto/types/library/v1/Cover';
import type { ListBooksResponse__Out as ListBooksResponse } from '@libtrails/proto/types/library/v1/ListBooksResponse';
import type { BookSort } from '@libtrails/proto/values';
import { activeFilters, type CatalogueBook, NO_FILTERS, type SearchFilters } from '../store/book-filter.ts';
import type { Catalogue, SharedBook } from '../store/catalogue.ts';
import type { Store } from '../store/store.ts';
import { beginsWords, typedWords } from '../words/words.ts';
import { facetsOf } from './facets.ts';
import { filteredBooks } from './filtered-books.ts';
import { notFound } from './not-found.ts';
import { fromCursor, type Place, pageLimit, toCursor } from './paging.ts';

const DEFAULT_LIMIT = 60;
const MAX_LIMIT = 200;
/** What a book's page shows. */
const TOPICS_SHOWN = 60;
const NAMES_SHOWN = 40;
const THEMES_SHOWN = 24;

export interface ListBooksQuery {
  cursor: string;
  /** 1..200; 0 means 60. */
  limit: number;
  /** By title one series comes by its numbers; "added" is newest first. */
  sort: BookSort;
  /** 1-based, instead of a cursor; 0 means the cursor decides. */
  page?: number;
  filters?: SearchFilters;
  /** Words that title, subtitle, authors, series or subjects must hold, each as a beginning. */
  query?: string;
  facets?: boolean;
}

/** A list's order: a book's place in it, and the place before the first. */
interface Order {
  first: Place;
  placeOf(book: CatalogueBook): [key: string | number, id: number];
  /** 1, or -1 where the greatest comes first. */
  direction: 1 | -1;
}

/** Books without a year come last. */
const NO_YEAR = 1e9;

const ORDERS: Record<BookSort, Order> = {
  title: { first: ['', 0], placeOf: (book) => [book.sortTitle, book.id], direction: 1 },
  author: { first: ['', 0], placeOf: (book) => [book.sortAuthor, book.id], direction: 1 },
  added: {
    first: [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    placeOf: (book) => [book.addedAt, book.id],
    direction: -1,
  },
  year: {
    first: [Number.MIN_SAFE_INTEGER, 0],
    placeOf: (book) => [book.year || NO_YEAR, book.id],
    direction: 1,
  },
};

/** Below 0 if a place stands before another. */
function compare(order: Order, a: Place, b: Place): number {
  for (const [i, value] of a.entries()) {
    if (value !== b[i]) return value < b[i]! ? -order.direction : order.direction;
  }
  return 0;
}

/** Of one catalogue, in each order that was asked for. */
const SORTED = new WeakMap<readonly CatalogueBook[], Map<Order, readonly CatalogueBook[]>>();

function sortedBooks(books: readonly CatalogueBook[], order: Order): readonly CatalogueBook[] {
  const known = SORTED.get(books) ?? new Map<Order, readonly CatalogueBook[]>();
  SORTED.set(books, known);
  let sorted = known.get(order);
  if (sorted === undefined) {
    sorted = books.toSorted((a, b) => compare(order, order.placeOf(a), order.placeOf(b)));
    known.set(order, sorted);
  }
  return sorted;
}

/** Books of a series without a number come last. */
const NO_NUMBER = 1e9;

/** By number; books of one number stay as they are. */
function bySeriesIndex(books: readonly CatalogueBook[]): CatalogueBook[] {
  const numberOf = ({ seriesIndex }: CatalogueBook) => seriesIndex || NO_NUMBER;
  return books.toSorted((a, b) => numberOf(a) - numberOf(b));
}

/** One page of the books that filters and words leave. @throws LibTrailsError invalid_argument */
export async function listBooks(
  store: Pick<Store, 'catalogue' | 'links'>,
  query: ListBooksQuery,
): Promise<ListBooksResponse> {
  const { sort } = query;
  const order = ORDERS[sort];
  const limit = pageLimit(query.limit, DEFAULT_LIMIT, MAX_LIMIT);
  const {
    page,
    filters,
    query: text,
    facets,
  } = { page: 0, filters: NO_FILTERS, query: '', facets: false, ...query };
  const narrowed = page > 0 || text.trim() !== '' || activeFilters(filters).length > 0;
  if (narrowed && query.cursor !== '') {
    throw new LibTrailsError(
      'invalid_argument',
      'A cursor goes through the whole list: leave it out with page, q or filters, and ask for pages by number',
    );
  }
  const list = `books-${sort}`;
  const after = fromCursor(list, query.cursor, order.first);
  const { catalogue } = store;
  const all = await catalogue.allBooks();
  const isNamed = wordTest(text);
  const filtered = await filteredBooks(store, filters, sortedBooks(all, order).filter(isNamed));
  const found = sort === 'title' && filters.series.length === 1 ? bySeriesIndex(filtered) : filtered;
  const from = narrowed
    ? (Math.max(1, page) - 1) * limit
    : found.findLastIndex((book) => compare(order, order.placeOf(book), after) <= 0) + 1;
  const shown = found.slice(from, from + limit);
  const last = shown.at(-1);
  const ids = shown.map(({ id }) => id);
  return {
    books: inOrder(ids, await catalogue.books(ids)),
    nextCursor:
      narrowed || last === undefined || from + limit >= found.length
        ? ''
        : toCursor(list, order.placeOf(last)),
    total: found.length,
    pages: Math.ceil(found.length / limit),
    facets: facets
      ? await facetsOf(store, all.filter(isNamed), filters, Math.floor(Date.now() / 1_000))
      : null,
  };
}

/** True for books that hold every word of `text` at the beginning of a word. */
function wordTest(text: string): (book: CatalogueBook) => boolean {
  const typed = typedWords(text);
  return ({ title, subtitle, authors, series, subjects }) =>
    beginsWords(typed, [title, subtitle, ...authors, series, ...subjects].join(' '));
}

/** What a book's page shows. @throws LibTrailsError not_found */
export async function getBook(catalogue: Catalogue, bookId: number): Promise<BookDetail> {
  const book = await requireBook(catalogue, bookId);
  const page = await catalogue.bookPage(bookId, {
    topics: TOPICS_SHOWN,
    names: NAMES_SHOWN,
    themes: THEMES_SHOWN,
  });
  if (page === undefined) throw notFound('book', bookId);
  const { themeShares, ...rest } = page;
  const themes = await catalogue.themes(themeShares.map(({ id }) => id));
  return {
    book,
    ...rest,
    themeShares: themeShares.map(({ id, share }) => ({ theme: themes.get(id) ?? null, share })),
  };
}

/**
 * The cover as it was stored: the narrowest size of at least `width` pixels, or the widest; 0 means the
 * widest. @throws LibTrailsError not_found
 */
export async function getCover(catalogue: Catalogue, bookId: number, width = 0): Promise<Cover> {
  const cover = await catalogue.cover(bookId, width);
  if (cover === undefined) throw notFound('cover of book', bookId);
  return cover;
}

/** @throws LibTrailsError not_found */
export async function requireBook(catalogue: Catalogue, bookId: number): Promise<Book> {
  const book = (await catalogue.books([bookId])).get(bookId);
  if (book === undefined) throw notFound('book', bookId);
  return book;
}

/** Rows of book id and passage count with their books, in their order. */
export async function withBooks(
  catalogue: Catalogue,
  rows: readonly (Pick<SharedBook, 'bookId' | 'passages'> & Partial<SharedBook>)[],
): Promise<BookCount[]> {
  const books = await catalogue.books(rows.map(({ bookId }) => bookId));
  return rows.flatMap(({ bookId, ...counts }) => {
    const book = books.get(bookId);
    return book === undefined ? [] : [{ concentration: 0, share: 0, primary: false, ...counts, book }];
  });
}

/** The values of these ids, in their order. */
export function inOrder<T>(ids: readonly number[], byId: ReadonlyMap<number, T>): T[] {
  return ids.flatMap((id) => {
    const item = byId.get(id);
    return item === undefined ? [] : [item];
  });
}
