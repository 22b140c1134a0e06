/** Browsing by book: the list, one book's page, its cover. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { Book__Out as Book } from '@libtrails/proto/types/library/v1/Book';
import type { BookCount__Out as BookCount } from '@libtrails/proto/types/library/v1/BookCount';
import type { BookDetail__Out as BookDetail } from '@libtrails/proto/types/library/v1/BookDetail';
import type { ContentsEntry__Out as ContentsEntry } from '@libtrails/proto/types/library/v1/ContentsEntry';
import type { Cover__Out as Cover } from '@libtrails/proto/types/library/v1/Cover';
import type { ListBooksResponse__Out as ListBooksResponse } from '@libtrails/proto/types/library/v1/ListBooksResponse';
import type { SectionRef__Out as SectionRef } from '@libtrails/proto/types/library/v1/SectionRef';
import type { ThemeShare__Out as ThemeShare } from '@libtrails/proto/types/library/v1/ThemeShare';
import type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
import { activeFilters, type CatalogueBook, NO_FILTERS, type SearchFilters } from '../store/book-filter.ts';
import type { Library } from '../store/sqlite/library.ts';
import { beginsWords, typedWords } from '../words/words.ts';
import { booksById, type ThemeRow, themesById, toTheme } from './by-id.ts';
import { catalogue, filteredBooks } from './catalogue.ts';
import { facetsOf } from './facets.ts';
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
  /** 1-based, instead of a cursor; 0 means the cursor decides. */
  page?: number;
  filters?: SearchFilters;
  /** Words that title, authors, series or subjects must hold, each as a beginning. */
  query?: string;
  facets?: boolean;
}

/** One page of the books that filters and words leave. @throws LibTrailsError invalid_argument */
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
  const narrowing = { page: 0, filters: NO_FILTERS, query: '', facets: false, ...query };
  const { page: number, filters, facets } = narrowing;
  if (number > 0 || narrowing.query.trim() !== '' || activeFilters(filters).length > 0) {
    return numberedPage(library, narrowing, sort, limit);
  }
  const total = library.statement<number>('book-count', 'value').get() ?? 0;
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
    total,
    pages: Math.ceil(total / limit),
    facets: facets ? facetsOf(library, catalogue(library), filters, now()) : null,
  };
}

const now = () => Math.floor(Date.now() / 1_000);

const ORDERS: Record<string, (a: CatalogueBook, b: CatalogueBook) => number> = {
  title: (a, b) => compare(a.sortTitle, b.sortTitle) || a.id - b.id,
  author: (a, b) => compare(a.sortAuthor, b.sortAuthor) || a.id - b.id,
  added: (a, b) => b.addedAt - a.addedAt || b.id - a.id,
  year: (a, b) => (a.year || NO_YEAR) - (b.year || NO_YEAR) || a.id - b.id,
};
/** Books without a year come last. */
const NO_YEAR = 1e9;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** A page of a list that is filtered or numbered; without a page number, the first one. */
function numberedPage(
  library: Library,
  query: Required<ListBooksQuery>,
  sort: string,
  limit: number,
): ListBooksResponse {
  if (query.cursor !== '') {
    throw new LibTrailsError(
      'invalid_argument',
      'A cursor goes through the whole list: leave it out with page, q or filters, and ask for pages by number',
    );
  }
  const named = catalogue(library).filter(wordTest(query.query));
  const left = new Set(filteredBooks(library, query.filters).map(({ id }) => id));
  const found = named.filter(({ id }) => left.has(id)).sort(ORDERS[sort]);
  const from = (Math.max(1, query.page) - 1) * limit;
  const ids = found.slice(from, from + limit).map(({ id }) => id);
  return {
    books: inOrder(ids, booksById(library, ids)),
    nextCursor: '',
    total: found.length,
    pages: Math.ceil(found.length / limit),
    facets: query.facets ? facetsOf(library, named, query.filters, now()) : null,
  };
}

/** True for books that hold every word of `text` at the beginning of a word. */
function wordTest(text: string): (book: CatalogueBook) => boolean {
  const typed = typedWords(text);
  return ({ title, authors, series, subjects }) =>
    beginsWords(typed, [title, ...authors, series, ...subjects].join(' '));
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
    contents: library.statement<ContentsEntry>('book-contents').all(bookId),
    themeShares: themeShares(library, bookId),
  };
}

function themeShares(library: Library, bookId: number): ThemeShare[] {
  const rows = library.statement<{ id: number; share: number }>('book-theme-shares').all(bookId);
  const leading = rows.slice(0, THEMES_SHOWN);
  const themes = themesById(
    library,
    leading.map(({ id }) => id),
  );
  return leading.map(({ id, share }) => ({ theme: themes.get(id) ?? null, share }));
}

/**
 * The cover as it was stored: the narrowest size of at least `width` pixels, or the widest; 0 means the
 * widest. @throws LibTrailsError not_found
 */
export function getCover(library: Library, bookId: number, width = 0): Cover {
  const cover = library.statement<Cover>('book-cover').get({ book: bookId, width });
  if (cover === undefined) throw notFound('cover of book', bookId);
  return cover;
}

/** @throws LibTrailsError not_found */
export function requireBook(library: Library, bookId: number): Book {
  const book = booksById(library, [bookId]).get(bookId);
  if (book === undefined) throw notFound('book', bookId);
  return book;
}

/** A book's part in a theme or domain, as the queries give it. */
export interface SharedBook extends Pick<BookCount, 'passages' | 'share' | 'concentration'> {
  bookId: number;
  leading: 0 | 1;
}

export const toShare = ({ leading, ...rest }: SharedBook) => ({ ...rest, primary: leading === 1 });

/** Rows of book id and passage count with their books, in their order. */
export function withBooks(
  library: Library,
  rows: readonly (Pick<BookCount, 'passages'> & Partial<BookCount> & { bookId: number })[],
): BookCount[] {
  const books = booksById(
    library,
    rows.map(({ bookId }) => bookId),
  );
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
