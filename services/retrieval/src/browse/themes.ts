/** Browsing by theme: the list, one theme's page, all of them in space. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { DomainRef__Out as DomainRef } from '@libtrails/proto/types/library/v1/DomainRef';
import type { ListThemesResponse__Out as ListThemesResponse } from '@libtrails/proto/types/library/v1/ListThemesResponse';
import type { ThemeDetail__Out as ThemeDetail } from '@libtrails/proto/types/library/v1/ThemeDetail';
import type { ThemeNeighbour__Out as ThemeNeighbour } from '@libtrails/proto/types/library/v1/ThemeNeighbour';
import type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
import type { UniversePoint__Out as UniversePoint } from '@libtrails/proto/types/library/v1/UniversePoint';
import type { UniverseResponse__Out as UniverseResponse } from '@libtrails/proto/types/library/v1/UniverseResponse';
import type { Library } from '../store/sqlite/library.ts';
import { inOrder, type SharedBook, toShare, withBooks } from './books.ts';
import { themesById } from './by-id.ts';
import { notFound } from './not-found.ts';
import { fromCursor, pageLimit, toCursor } from './paging.ts';
import { concentration, themeCards } from './theme-cards.ts';
import { withPassages } from './topics.ts';

const DEFAULT_LIMIT = 48;
const MAX_LIMIT = 200;
/** What a theme's page shows. */
const TOPICS_SHOWN = 60;
const BOOKS_SHOWN = 100;
const PASSAGES_SHOWN = 6;
const NEIGHBOURS_SHOWN = 8;
/** So that the passages shown are not all of the one book that speaks most of the theme. */
const PASSAGES_PER_BOOK = 2;
const PASSAGES_CONSIDERED = 60;
/** Words of a filter that count, and topics that it may find: a single letter begins half of them. */
const MAX_FILTER_WORDS = 8;
const MAX_FILTER_TOPICS = 2_000;

export interface ListThemesQuery {
  cursor: string;
  /** 1..200; 0 means 48. */
  limit: number;
  /** Only this domain; 0 means all. */
  domainId: number;
  /** Only themes whose label, or one of whose topics, has these words; the last may be a beginning. */
  query: string;
  /** "books" (also if empty: widest first), "label" or "concentration" (those of few books first). */
  sort: string;
  /** 1-based, instead of a cursor; 0 means the cursor decides. */
  page?: number;
}

interface ThemeFilter {
  domain: number;
  /** JSON array of ids; null for all. */
  ids: string | null;
}

/** One page of themes. @throws LibTrailsError invalid_argument */
export function listThemes(library: Library, query: ListThemesQuery): ListThemesResponse {
  const sort = query.sort === '' ? 'books' : query.sort;
  if (sort !== 'books' && sort !== 'label' && sort !== 'concentration') {
    throw new LibTrailsError(
      'invalid_argument',
      `Themes can't be sorted by "${sort}", but by books, label, concentration`,
    );
  }
  const limit = pageLimit(query.limit, DEFAULT_LIMIT, MAX_LIMIT);
  const number = query.page ?? 0;
  const ids = matchingThemes(library, query.query);
  const filter = { domain: query.domainId, ids: ids === undefined ? null : JSON.stringify(ids) };
  const { page, nextCursor } =
    number > 0 || sort === 'concentration'
      ? { page: numberedPage(library, sort, Math.max(1, number), filter, limit), nextCursor: '' }
      : cursorPage(library, sort, query.cursor, filter, limit);
  const total = library.statement<number>('themes-count', 'value').get(filter) ?? 0;
  return {
    themes: inOrder(page, themesById(library, page)),
    nextCursor,
    total,
    pages: Math.ceil(total / limit),
    domains: library
      .statement<{ id: number; label: string; count: number }>('theme-domain-counts')
      .all({ ids: filter.ids })
      .map(({ id, label, count }) => ({ value: String(id), label, count })),
    cards: themeCards(library, page),
  };
}

type ThemeOrder = (
  a: { id: number; label: string; books: number; passages: number },
  b: { id: number; label: string; books: number; passages: number },
) => number;

function numberedPage(
  library: Library,
  sort: 'books' | 'label' | 'concentration',
  page: number,
  filter: ThemeFilter,
  limit: number,
): number[] {
  const widest: ThemeOrder = (a, b) => b.books - a.books || b.passages - a.passages || b.id - a.id;
  const orders: Record<typeof sort, ThemeOrder> = {
    books: widest,
    label: (a, b) => (a.label < b.label ? -1 : a.label > b.label ? 1 : a.id - b.id),
    concentration: (a, b) => concentration(library, b.id) - concentration(library, a.id) || widest(a, b),
  };
  return library
    .statement<Parameters<ThemeOrder>[0]>('themes-filtered')
    .all({ domain: filter.domain, ids: filter.ids })
    .sort(orders[sort])
    .slice((page - 1) * limit, page * limit)
    .map(({ id }) => id);
}

function cursorPage(
  library: Library,
  sort: 'books' | 'label',
  cursor: string,
  filter: ThemeFilter,
  limit: number,
): { page: number[]; nextCursor: string } {
  const found = pageOfThemes(library, sort, cursor, filter, limit + 1);
  const page = found.slice(0, limit);
  if (found.length <= limit) return { page, nextCursor: '' };
  const last = themesById(library, page.slice(-1)).get(page.at(-1)!)!;
  const place = sort === 'books' ? [last.books, last.passages, last.id] : [last.label, last.id];
  return { page, nextCursor: toCursor(`themes-${sort}`, place) };
}

function pageOfThemes(
  library: Library,
  sort: 'books' | 'label',
  cursor: string,
  filter: ThemeFilter,
  limit: number,
): number[] {
  const page = library.statement<number>(`themes-page-${sort}`, 'value');
  const most = Number.MAX_SAFE_INTEGER;
  if (sort === 'label') {
    const [label, id] = fromCursor('themes-label', cursor, ['', 0]) as [string, number];
    return page.all({ ...filter, label, id, limit });
  }
  const place = fromCursor('themes-books', cursor, [most, most, most]) as [number, number, number];
  const [books, passages, id] = place;
  return page.all({ ...filter, books, passages, id, limit });
}

/** Ids of the themes that a filter leaves; undefined if it has no words. */
function matchingThemes(library: Library, text: string): number[] | undefined {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, MAX_FILTER_WORDS);
  if (words === undefined) return undefined;
  const last = words.length - 1;
  const match = words.map((word, i) => (i === last ? `"${word}"*` : `"${word}"`)).join(' AND ');
  const ids = new Set(
    library.statement<number>('themes-of-matching-topics', 'value').all(match, MAX_FILTER_TOPICS),
  );
  for (const { id, label } of library.statement<{ id: number; label: string }>('theme-labels').all()) {
    const own = label.toLowerCase();
    if (words.every((word) => own.includes(word))) ids.add(id);
  }
  return [...ids];
}

/** A theme's page. @throws LibTrailsError not_found */
export function getTheme(library: Library, themeId: number): ThemeDetail {
  const theme = themesById(library, [themeId]).get(themeId);
  if (theme === undefined) throw notFound('theme', themeId);
  const near = neighboursOf(library, themeId);
  return {
    theme,
    topics: library.statement<Topic>('theme-topics').all(themeId, TOPICS_SHOWN),
    books: withBooks(
      library,
      library.statement<SharedBook>('theme-books').all({ theme: themeId, limit: BOOKS_SHOWN }).map(toShare),
    ),
    passages: withPassages(library, evidence(library, themeId)),
    neighbours: near.flatMap(({ theme: other }) => (other === null ? [] : [other])),
    near,
  };
}

/** The nearest themes; equal distances in ascending id. */
function neighboursOf(library: Library, themeId: number): ThemeNeighbour[] {
  const near = library
    .statement<{ id: number; distance: number }>('theme-neighbours')
    .all({ theme: themeId, k: NEIGHBOURS_SHOWN + 1 })
    .sort((a, b) => a.distance - b.distance || a.id - b.id)
    .filter(({ id }) => id !== themeId)
    .slice(0, NEIGHBOURS_SHOWN);
  const themes = themesById(
    library,
    near.map(({ id }) => id),
  );
  return near.map(({ id, distance }) => ({ theme: themes.get(id) ?? null, distance }));
}

/** The passages that say most of a theme, a few of each book at most. */
function evidence(library: Library, themeId: number): { id: number; bookId: number }[] {
  const taken = new Map<number, number>();
  return library
    .statement<{ id: number; bookId: number }>('theme-evidence')
    .all({ theme: themeId, limit: PASSAGES_CONSIDERED })
    .filter(({ bookId }) => {
      const own = (taken.get(bookId) ?? 0) + 1;
      taken.set(bookId, own);
      return own <= PASSAGES_PER_BOOK;
    })
    .slice(0, PASSAGES_SHOWN);
}

/** All themes as points, and the names of their domains. */
export function universe(library: Library): UniverseResponse {
  return {
    generation: library.generation(),
    points: library.statement<UniversePoint>('universe').all(),
    domains: library
      .statement<DomainRef>('domains-list')
      .all()
      .map(({ id, label }) => ({ id, label })),
  };
}
