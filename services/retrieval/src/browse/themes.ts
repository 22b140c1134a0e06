/** Browsing by theme: the list, one theme's page, all of them in space. */
import type { FacetValue__Out as FacetValue } from '@libtrails/proto/types/library/v1/FacetValue';
import type { ListThemesResponse__Out as ListThemesResponse } from '@libtrails/proto/types/library/v1/ListThemesResponse';
import type { ThemeDetail__Out as ThemeDetail } from '@libtrails/proto/types/library/v1/ThemeDetail';
import type { UniverseResponse__Out as UniverseResponse } from '@libtrails/proto/types/library/v1/UniverseResponse';
import type { ThemeSort } from '@libtrails/proto/values';
import type { ListedTheme, ThemeLead } from '../store/catalogue.ts';
import type { Store } from '../store/store.ts';
import { inOrder, withBooks } from './books.ts';
import { notFound } from './not-found.ts';
import { fromCursor, type Place, pageLimit, toCursor } from './paging.ts';
import { themeCards } from './theme-cards.ts';
import { withPassages } from './topics.ts';

const DEFAULT_LIMIT = 48;
const MAX_LIMIT = 200;
/** What a theme's page shows. */
const TOPICS_SHOWN = 60;
const BOOKS_SHOWN = 100;
const PASSAGES_SHOWN = 6;
const NEIGHBOURS_SHOWN = 8;
/** Words of a filter that count, and topics that it may find: a single letter begins half of them. */
const MAX_FILTER_WORDS = 8;
const MAX_FILTER_TOPICS = 2_000;

type ThemeStore = Pick<Store, 'catalogue' | 'vocabulary' | 'generation'>;

export interface ListThemesQuery {
  cursor: string;
  /** 1..200; 0 means 48. */
  limit: number;
  /** Only this domain; 0 means all. */
  domainId: number;
  /** Only themes whose label, or one of whose topics, has these words; the last may be a beginning. */
  query: string;
  /** By books the widest come first, by concentration those of few books. */
  sort: ThemeSort;
  /** 1-based, instead of a cursor; 0 means the cursor decides. */
  page?: number;
}

/** The values a list is sorted by, last the id; the greatest first, but labels from A on. */
function placeOf(sort: ThemeSort, theme: ListedTheme, leads: ReadonlyMap<number, ThemeLead>): Place {
  const { id, label, books, passages } = theme;
  if (sort === 'label') return [label, id];
  if (sort === 'books') return [books, passages, id];
  return [leads.get(id)?.concentration ?? 0, books, passages, id];
}

function compare(sort: ThemeSort, a: Place, b: Place): number {
  const direction = sort === 'label' ? 1 : -1;
  for (const [i, value] of a.entries()) if (value !== b[i]) return value < b[i]! ? -direction : direction;
  return 0;
}

/** One page of themes. @throws LibTrailsError invalid_argument */
export async function listThemes(store: ThemeStore, query: ListThemesQuery): Promise<ListThemesResponse> {
  const { sort } = query;
  const limit = pageLimit(query.limit, DEFAULT_LIMIT, MAX_LIMIT);
  const { catalogue } = store;
  const leads = sort === 'concentration' ? await catalogue.themeLeads() : new Map<number, ThemeLead>();
  const named = await namedThemes(store, query.query);
  const found = named
    .filter(({ domainId }) => query.domainId === 0 || domainId === query.domainId)
    .map((theme) => ({ id: theme.id, place: placeOf(sort, theme, leads) }))
    .sort((a, b) => compare(sort, a.place, b.place));
  const numbered = (query.page ?? 0) > 0 || sort === 'concentration';
  const list = `themes-${sort}`;
  const first: Place = sort === 'label' ? ['', 0] : Array.from({ length: 3 }, () => Number.MAX_SAFE_INTEGER);
  const after = numbered ? first : fromCursor(list, query.cursor, first);
  const from = numbered
    ? (Math.max(1, query.page ?? 0) - 1) * limit
    : found.findLastIndex(({ place }) => compare(sort, place, after) <= 0) + 1;
  const shown = found.slice(from, from + limit);
  const page = shown.map(({ id }) => id);
  return {
    themes: inOrder(page, await catalogue.themes(page)),
    nextCursor: numbered || from + limit >= found.length ? '' : toCursor(list, shown.at(-1)!.place),
    total: found.length,
    pages: Math.ceil(found.length / limit),
    domains: await domainCounts(store, named),
    cards: await themeCards(catalogue, page),
  };
}

/** How many of the themes each domain has, those of most first. */
async function domainCounts(
  { catalogue }: ThemeStore,
  themes: readonly ListedTheme[],
): Promise<FacetValue[]> {
  const counts = new Map<number, number>();
  for (const { domainId } of themes) counts.set(domainId, (counts.get(domainId) ?? 0) + 1);
  return (await catalogue.domains())
    .flatMap(({ id, label }) => {
      const count = counts.get(id);
      return count === undefined ? [] : [{ value: String(id), label, count }];
    })
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

/** The themes that a filter's words leave; all of them if it has none. */
async function namedThemes(
  { catalogue, vocabulary }: ThemeStore,
  text: string,
): Promise<readonly ListedTheme[]> {
  const all = await catalogue.allThemes();
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.slice(0, MAX_FILTER_WORDS);
  if (words === undefined) return all;
  const byTopic = new Set(await vocabulary.themesOfTopics(words, MAX_FILTER_TOPICS));
  return all.filter(({ id, label }) => {
    const own = label.toLowerCase();
    return byTopic.has(id) || words.every((word) => own.includes(word));
  });
}

/** A theme's page. @throws LibTrailsError not_found */
export async function getTheme({ catalogue }: ThemeStore, themeId: number): Promise<ThemeDetail> {
  const theme = (await catalogue.themes([themeId])).get(themeId);
  if (theme === undefined) throw notFound('theme', themeId);
  const { topics, books, passages, neighbours } = await catalogue.themePage(themeId, {
    topics: TOPICS_SHOWN,
    books: BOOKS_SHOWN,
    passages: PASSAGES_SHOWN,
    neighbours: NEIGHBOURS_SHOWN,
  });
  const themes = await catalogue.themes(neighbours.map(({ id }) => id));
  const near = neighbours.map(({ id, distance }) => ({ theme: themes.get(id) ?? null, distance }));
  return {
    theme,
    topics,
    books: await withBooks(catalogue, books),
    passages: await withPassages(catalogue, passages),
    neighbours: near.flatMap(({ theme: other }) => (other === null ? [] : [other])),
    near,
  };
}

/** All themes as points, and the names of their domains. */
export async function universe(store: ThemeStore): Promise<UniverseResponse> {
  return {
    generation: store.generation(),
    points: await store.catalogue.universe(),
    domains: (await store.catalogue.domains()).map(({ id, label }) => ({ id, label })),
  };
}
