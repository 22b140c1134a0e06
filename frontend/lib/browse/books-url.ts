/** The shelf lives in its address: order, view, page and filters. Pure. */
import { MAX_QUERY_LENGTH } from '../search/query.ts';
import { NO_YEAR } from '../search/search-answer.ts';
import type { PageParams } from '../search/search-url.ts';
import { MAX_PAGE, toParams, wholeNumber } from '../search/search-url.ts';

export const BOOK_SORTS = ['title', 'author', 'year', 'added'] as const;
export type BookSort = (typeof BOOK_SORTS)[number];

/** Filters that hold names or ids; within one any value will do, between them all must hold. */
export const BOOK_FILTERS = ['author', 'series', 'tag', 'lang', 'domain', 'decade'] as const;
export type BookFilter = (typeof BOOK_FILTERS)[number];

/** Books on one page. */
export const SHELF_PAGE = 60;
/** Pages that "show more" can put under one another. */
export const MAX_SHOWN = 3;

export interface BooksState {
  query: string;
  sort: BookSort;
  view: 'grid' | 'list';
  /** 1-based. */
  page: number;
  /** Pages shown from `page` on, 1 to 3. */
  show: number;
  filters: Readonly<Record<BookFilter, readonly string[]>>;
}

/** Reads an address's parameters; what is missing or unknown becomes the default. */
export function parseBooks(record: PageParams): BooksState {
  const params = toParams(record);
  const values = (name: BookFilter) => [record[name] ?? []].flat().filter((value) => value !== '');
  return {
    query: (params.get('q') ?? '').trim().slice(0, MAX_QUERY_LENGTH),
    sort: BOOK_SORTS.find((sort) => sort === params.get('sort')) ?? 'title',
    view: params.get('view') === 'list' ? 'list' : 'grid',
    page: wholeNumber(params.get('page'), 1, MAX_PAGE * 10),
    show: wholeNumber(params.get('show'), 1, MAX_SHOWN),
    filters: Object.fromEntries(BOOK_FILTERS.map((name) => [name, values(name)])) as unknown as Record<
      BookFilter,
      readonly string[]
    >,
  };
}

/** The page's address; defaults are left out, so equal states have equal addresses. */
export function booksUrl(state: BooksState): string {
  const params = new URLSearchParams();
  if (state.query) params.set('q', state.query);
  for (const name of BOOK_FILTERS) for (const value of state.filters[name]) params.append(name, value);
  if (state.sort !== 'title') params.set('sort', state.sort);
  if (state.view !== 'grid') params.set('view', state.view);
  if (state.page > 1) params.set('page', String(state.page));
  if (state.show > 1) params.set('show', String(state.show));
  return params.size > 0 ? `/books?${params}` : '/books';
}

/** The state with one filter value put in or taken out; another selection begins on its first page. */
export function withFilter(state: BooksState, name: BookFilter, value: string): BooksState {
  const old = state.filters[name];
  const next = old.includes(value) ? old.filter((other) => other !== value) : [...old, value];
  return { ...state, page: 1, show: 1, filters: { ...state.filters, [name]: next } };
}

/** The filters as the service takes them; decades become one span of years. */
export function booksRequest(state: BooksState) {
  const { author, series, tag, lang, domain, decade } = state.filters;
  const years = decade.map(Number).filter((year) => Number.isInteger(year) && Math.abs(year) < 10_000);
  return {
    query: state.query,
    sort: state.sort,
    limit: SHELF_PAGE,
    page: state.page,
    facets: true,
    filters: {
      authors: [...author],
      series: [...series],
      subjects: [...tag],
      languages: [...lang],
      domains: domain.map((id) => wholeNumber(id, 0, 0xffff_ffff)).filter((id) => id > 0),
      yearFrom: years.length > 0 ? Math.min(...years) : 0,
      yearTo: years.length > 0 ? Math.max(...years) + 9 : 0,
      undated: decade.includes(NO_YEAR),
    },
  };
}
