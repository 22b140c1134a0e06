/** The list of themes lives in its address: words, domain, order and page. Pure. */
import { MAX_QUERY_LENGTH } from '../search/query.ts';
import { MAX_PAGE, type PageParams, toParams, wholeNumber } from '../search/search-url.ts';

export const THEME_SORTS = ['books', 'concentration', 'label'] as const;
export type ThemeSort = (typeof THEME_SORTS)[number];

/** Themes on one page. */
export const THEMES_PAGE = 48;

export interface ThemesState {
  query: string;
  /** 0 means all. */
  domainId: number;
  sort: ThemeSort;
  /** 1-based. */
  page: number;
}

export function parseThemes(record: PageParams): ThemesState {
  const params = toParams(record);
  return {
    query: (params.get('q') ?? '').trim().slice(0, MAX_QUERY_LENGTH),
    domainId: wholeNumber(params.get('domain'), 0, 0xffff_ffff),
    sort: THEME_SORTS.find((sort) => sort === params.get('sort')) ?? 'books',
    page: wholeNumber(params.get('page'), 1, MAX_PAGE * 10),
  };
}

/** The page's address; defaults are left out, so equal states have equal addresses. */
export function themesUrl(state: ThemesState): string {
  const params = new URLSearchParams();
  if (state.query) params.set('q', state.query);
  if (state.domainId > 0) params.set('domain', String(state.domainId));
  if (state.sort !== 'books') params.set('sort', state.sort);
  if (state.page > 1) params.set('page', String(state.page));
  return params.size > 0 ? `/themes?${params}` : '/themes';
}
