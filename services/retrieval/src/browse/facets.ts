/** How many of a set of books each filter value would leave. */
import type { Facets__Out as Facets } from '@libtrails/proto/types/library/v1/Facets';
import type { FacetValue__Out as FacetValue } from '@libtrails/proto/types/library/v1/FacetValue';
import {
  type CatalogueBook,
  type FilterName,
  folded,
  type SearchFilters,
  withoutFilter,
} from '../store/book-filter.ts';
import type { Store } from '../store/store.ts';
import { filteredBooks } from './filtered-books.ts';

/** Values shown of each facet. */
const SHOWN = 30;
const DAY_S = 86_400;
const ADDED = { day: DAY_S, week: 7 * DAY_S, month: 30 * DAY_S, year: 365 * DAY_S };

/**
 * Counts within `books` (before filtering): each facet under all filters but its own, so that a second value
 * of the same field can be chosen. Most frequent first. `now` in seconds since 1970.
 */
export async function facetsOf(
  store: Pick<Store, 'catalogue' | 'links'>,
  books: readonly CatalogueBook[],
  filters: SearchFilters,
  now: number,
): Promise<Facets> {
  const left = (...names: FilterName[]) => filteredBooks(store, names.reduce(withoutFilter, filters), books);
  const domainLabels = new Map((await store.catalogue.domains()).map(({ id, label }) => [id, label]));
  const anyYear = await left('yearFrom', 'yearTo', 'undated');
  const decades = anyYear.filter(({ year }) => year !== 0);
  const added = await left('addedAfter');
  const themes = await store.links.themesOfBooks((await left('themes')).map(({ id }) => id));
  return {
    authors: counted(await left('authors'), (book) => book.authors),
    series: counted(await left('series'), (book) => (book.series === '' ? [] : [book.series])),
    subjects: counted(await left('subjects'), (book) => book.subjects),
    languages: counted(await left('languages'), (book) => [book.language]),
    domains: counted(await left('domains'), (book) => [...book.domains].map(String)).map((facet) => ({
      ...facet,
      label: domainLabels.get(Number(facet.value)) ?? '',
    })),
    themes: themes
      .slice(0, SHOWN)
      .map(({ id, label, books: count }) => ({ value: String(id), label, count })),
    decades: counted(decades, ({ year }) => [String(Math.floor(year / 10) * 10)]).sort(
      (a, b) => Number(a.value) - Number(b.value),
    ),
    undated: anyYear.length - decades.length,
    added: Object.entries(ADDED).map(([value, seconds]) => ({
      value,
      label: value,
      count: added.filter(({ addedAt }) => addedAt >= now - seconds).length,
    })),
  };
}

/** Values with the number of books that have them; spellings that differ in case or accents are one. */
function counted(
  books: readonly CatalogueBook[],
  valuesOf: (book: CatalogueBook) => readonly string[],
): FacetValue[] {
  const counts = new Map<string, FacetValue>();
  for (const book of books) {
    for (const [key, value] of new Map(valuesOf(book).map((text) => [folded(text), text]))) {
      const known = counts.get(key);
      if (known === undefined) counts.set(key, { value, label: value, count: 1 });
      else known.count += 1;
    }
  }
  return [...counts.values()]
    .sort((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1))
    .slice(0, SHOWN);
}
