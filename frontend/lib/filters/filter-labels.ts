/** Filters in words, and the search without one of them. Pure. */
import { FILTER_PARAMETERS, type FilterName } from '../contract.ts';
import type { Facets } from '../search/search-answer.ts';
import * as strings from '../search/search-strings.ts';
import type { SearchState } from '../search/search-url.ts';
import { FACETS, type Facet, hasYears, NO_FILTERS, toggled } from './search-filters.ts';

export interface ActiveFilter {
  /** Unique among the active ones. */
  key: string;
  label: string;
  /** The search without it. */
  without: SearchState;
}

/** What narrows this search, each in words; ids are named by the facets that came with the answer. */
export function activeFilters(state: SearchState, facets: Facets | undefined): ActiveFilter[] {
  const { filters } = state;
  const active: ActiveFilter[] = FACETS.flatMap((facet) =>
    filters[facet].map((value) => ({
      key: `${facet}:${value}`,
      label: strings.filters.active(facet, valueLabel(facet, value, facets)),
      without: { ...state, page: 1, filters: toggled(filters, facet, value) },
    })),
  );
  if (hasYears(filters)) {
    active.push({
      key: 'years',
      label: strings.filters.years(filters.from, filters.to, filters.undated),
      without: { ...state, page: 1, filters: { ...filters, from: 0, to: 0, undated: false } },
    });
  }
  if (filters.added !== '') {
    active.push({
      key: 'added',
      label: strings.filters.addedWithin[filters.added],
      without: { ...state, page: 1, filters: { ...filters, added: '' } },
    });
  }
  return active;
}

/** A facet's value as a reader calls it. */
function valueLabel(facet: Facet, value: string, facets: Facets | undefined): string {
  return facets?.[facet].find((v) => v.value === value)?.label ?? value;
}

/** The search with one of the contract's filters lifted; a name that a newer service may send lifts all. */
export function withoutFilter(state: SearchState, filter: FilterName): SearchState {
  const parameter = FILTER_PARAMETERS[filter];
  if (parameter === FILTER_PARAMETERS.books) return { ...state, book: 0, page: 1 };
  const open = parameter in NO_FILTERS ? { [parameter]: NO_FILTERS[parameter] } : NO_FILTERS;
  return { ...state, page: 1, filters: { ...state.filters, ...open } };
}
