/** A search lives in its address: parsing it, writing it, and the API call that answers it. Pure. */
import { SCOPES as CONTRACT_SCOPES, MODES, type Mode, type Scope } from '../contract.ts';
import { type Filters, NO_FILTERS, parseFilters, writeFilters } from '../filters/search-filters.ts';
import { MAX_QUERY_LENGTH } from './query.ts';

/** Kinds of answer in the order of their tabs; `everything` is one page of all of them. */
export const SCOPES: readonly Scope[] = ['everything', ...CONTRACT_SCOPES.filter((s) => s !== 'everything')];
export type { Scope };

const DEFAULT_SCOPE: Scope = 'everything';

export { MODES, type Mode };

/** Results on one page. */
export const PAGE_SIZE = 10;
/** The last page that can be asked for. */
export const MAX_PAGE = 100;
/** Other passages shown of a book that answers. */
const ALSO = 2;

export interface SearchState {
  /** Trimmed; empty on the home page. */
  query: string;
  scope: Scope;
  mode: Mode;
  /** 1-based. */
  page: number;
  /** Only within this book; 0 means the whole library. */
  book: number;
  filters: Filters;
  /** Words that the library does not hold are searched as they are, not in their nearest spelling. */
  asTyped: boolean;
}

export const EMPTY_SEARCH: SearchState = {
  query: '',
  scope: DEFAULT_SCOPE,
  mode: 'hybrid',
  page: 1,
  book: 0,
  filters: NO_FILTERS,
  asTyped: false,
};

/** Reads an address's parameters; what is missing or unknown becomes the default. */
export function parseSearch(params: URLSearchParams): SearchState {
  const scope = params.get('in');
  const mode = params.get('mode');
  const book = wholeNumber(params.get('book'), 0, 0xffff_ffff);
  return {
    query: (params.get('q') ?? '').trim().slice(0, MAX_QUERY_LENGTH),
    // Only passages can be searched within one book.
    scope: book > 0 ? 'passages' : (SCOPES.find((s) => s === scope) ?? DEFAULT_SCOPE),
    mode: MODES.find((m) => m === mode) ?? 'hybrid',
    page: wholeNumber(params.get('page'), 1, MAX_PAGE),
    book,
    filters: parseFilters(params),
    asTyped: params.get('asTyped') === 'true',
  };
}

/** The page's address; defaults are left out, so equal states have equal addresses. */
export function searchUrl(state: SearchState): string {
  if (state.query === '') return '/';
  const params = new URLSearchParams({ q: state.query });
  if (state.book > 0) params.set('book', String(state.book));
  else if (state.scope !== DEFAULT_SCOPE) params.set('in', state.scope);
  if (state.mode !== 'hybrid') params.set('mode', state.mode);
  writeFilters(state.filters, params);
  if (state.asTyped) params.set('asTyped', 'true');
  if (state.page > 1) params.set('page', String(state.page));
  return `/search?${params}`;
}

/** The API call behind the page, on the same origin; it knows the filters by the same names. */
export function searchApiUrl(state: SearchState): string {
  const params = new URLSearchParams({
    q: state.query,
    scope: state.scope,
    mode: state.mode,
    limit: String(PAGE_SIZE),
    offset: String((state.page - 1) * PAGE_SIZE),
    explain: 'true',
    counts: 'true',
    facets: 'true',
  });
  if (state.scope === 'books' || state.scope === 'everything') params.set('also', String(ALSO));
  if (state.book > 0) params.set('book', String(state.book));
  if (state.asTyped) params.set('asTyped', 'true');
  writeFilters(state.filters, params);
  return `/api/v1/search?${params}`;
}

/** A page's parameters as Next hands them over. */
export type PageParams = Readonly<Record<string, string | string[] | undefined>>;

/** The same as URLSearchParams. */
export function toParams(record: PageParams): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(record)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) params.append(name, one);
    }
  }
  return params;
}

/** A whole number between `min` and `max`; anything else is `min`. */
export function wholeNumber(text: string | null | undefined, min: number, max: number): number {
  if (text == null || !/^\d{1,10}$/.test(text)) return min;
  return Math.min(max, Math.max(min, Number(text)));
}
