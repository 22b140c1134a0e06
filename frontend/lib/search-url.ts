/** A search lives in its address: parsing it, writing it, and the API call that answers it. Pure. */

export const SCOPES = ['books', 'passages', 'topics', 'themes', 'domains'] as const;
export type Scope = (typeof SCOPES)[number];

export const MODES = ['hybrid', 'keyword', 'semantic'] as const;
export type Mode = (typeof MODES)[number];

/** Results on one page. */
export const PAGE_SIZE = 20;
/** Longest query that is sent, in UTF-16 units: beyond it the model cuts the text anyway. */
export const MAX_QUERY_LENGTH = 500;
/** The last page that can be asked for. */
export const MAX_PAGE = 50;

export interface SearchState {
  /** Trimmed; empty on the home page. */
  query: string;
  scope: Scope;
  mode: Mode;
  /** 1-based. */
  page: number;
  /** Only within this book; 0 means the whole library. */
  book: number;
}

export const EMPTY_SEARCH: SearchState = { query: '', scope: 'books', mode: 'hybrid', page: 1, book: 0 };

/** Reads an address's parameters; what is missing or unknown becomes the default. */
export function parseSearch(params: URLSearchParams): SearchState {
  const scope = params.get('scope');
  const mode = params.get('mode');
  const book = wholeNumber(params.get('book'), 0, 0xffff_ffff);
  return {
    query: (params.get('q') ?? '').trim().slice(0, MAX_QUERY_LENGTH),
    // Only passages can be searched within one book.
    scope: book > 0 ? 'passages' : (SCOPES.find((s) => s === scope) ?? 'books'),
    mode: MODES.find((m) => m === mode) ?? 'hybrid',
    page: wholeNumber(params.get('page'), 1, MAX_PAGE),
    book,
  };
}

/** The page's address; defaults are left out, so equal states have equal addresses. */
export function searchUrl(state: SearchState): string {
  if (state.query === '') return '/';
  const params = new URLSearchParams({ q: state.query });
  if (state.book > 0) params.set('book', String(state.book));
  else if (state.scope !== 'books') params.set('scope', state.scope);
  if (state.mode !== 'hybrid') params.set('mode', state.mode);
  if (state.page > 1) params.set('page', String(state.page));
  return `/search?${params}`;
}

/** The API call behind the page, on the same origin. */
export function searchApiUrl(state: SearchState): string {
  const params = new URLSearchParams({
    q: state.query,
    scope: state.scope,
    mode: state.mode,
    limit: String(PAGE_SIZE),
    offset: String((state.page - 1) * PAGE_SIZE),
    explain: 'true',
  });
  if (state.book > 0) params.set('book', String(state.book));
  return `/api/v1/search?${params}`;
}

/** A page's parameters as Next hands them over. */
export type PageParams = Readonly<Record<string, string | string[] | undefined>>;

/** The same as URLSearchParams; of a repeated parameter the first counts. */
export function toParams(record: PageParams): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(record)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) params.set(name, first);
  }
  return params;
}

/** A whole number between `min` and `max`; anything else is `min`. */
export function wholeNumber(text: string | null | undefined, min: number, max: number): number {
  if (text == null || !/^\d{1,10}$/.test(text)) return min;
  return Math.min(max, Math.max(min, Number(text)));
}
