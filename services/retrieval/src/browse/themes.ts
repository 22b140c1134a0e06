/** Browsing by theme: the list, one theme's page, all of them in space. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { ListThemesResponse__Out as ListThemesResponse } from '@libtrails/proto/types/library/v1/ListThemesResponse';
import type { ThemeDetail__Out as ThemeDetail } from '@libtrails/proto/types/library/v1/ThemeDetail';
import type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
import type { UniversePoint__Out as UniversePoint } from '@libtrails/proto/types/library/v1/UniversePoint';
import type { UniverseResponse__Out as UniverseResponse } from '@libtrails/proto/types/library/v1/UniverseResponse';
import type { Library } from '../library/library.ts';
import { inOrder, withBooks } from './books.ts';
import { themesById } from './by-id.ts';
import { notFound } from './not-found.ts';
import { fromCursor, pageLimit, toCursor } from './paging.ts';
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
  /** "books" (also if empty: widest first) or "label". */
  sort: string;
}

/** One page of themes. @throws LibTrailsError invalid_argument */
export function listThemes(library: Library, query: ListThemesQuery): ListThemesResponse {
  const sort = query.sort === '' ? 'books' : query.sort;
  if (sort !== 'books' && sort !== 'label') {
    throw new LibTrailsError('invalid_argument', `Themes can't be sorted by "${sort}", but by books, label`);
  }
  const limit = pageLimit(query.limit, DEFAULT_LIMIT, MAX_LIMIT);
  const ids = matchingThemes(library, query.query);
  const filter = { domain: query.domainId, ids: ids === undefined ? null : JSON.stringify(ids) };
  const found = pageOfThemes(library, sort, query.cursor, filter, limit + 1);
  const page = found.slice(0, limit);
  const themes = inOrder(page, themesById(library, page));
  const last = themes.at(-1);
  const place =
    last === undefined ? [] : sort === 'books' ? [last.books, last.passages, last.id] : [last.label, last.id];
  return {
    themes,
    nextCursor: found.length > limit ? toCursor(`themes-${sort}`, place) : '',
    total: library.statement<number>('themes-count', 'value').get(filter) ?? 0,
  };
}

function pageOfThemes(
  library: Library,
  sort: 'books' | 'label',
  cursor: string,
  filter: { domain: number; ids: string | null },
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
      library.statement<{ bookId: number; passages: number }>('theme-books').all(themeId, BOOKS_SHOWN),
    ),
    passages: withPassages(library, evidence(library, themeId)),
    neighbours: inOrder(near, themesById(library, near)),
  };
}

/** The nearest themes; equal distances in ascending id. */
function neighboursOf(library: Library, themeId: number): number[] {
  return library
    .statement<{ id: number; distance: number }>('theme-neighbours')
    .all({ theme: themeId, k: NEIGHBOURS_SHOWN + 1 })
    .sort((a, b) => a.distance - b.distance || a.id - b.id)
    .map(({ id }) => id)
    .filter((id) => id !== themeId)
    .slice(0, NEIGHBOURS_SHOWN);
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

/** All themes as points. */
export function universe(library: Library): UniverseResponse {
  return {
    generation: library.generation(),
    points: library.statement<UniversePoint>('universe').all(),
  };
}
