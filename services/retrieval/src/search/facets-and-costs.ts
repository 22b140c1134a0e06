/** What filters leave and cost: facets of the books found, and the answer without each filter. */

import type { Facets__Out as Facets } from '@libtrails/proto/types/library/v1/Facets';
import type { FilterCost__Out as FilterCost } from '@libtrails/proto/types/library/v1/FilterCost';
import { facetsOf } from '../browse/facets.ts';
import { relevanceOf } from '../fusion/relevance.ts';
import { type Question, questionOf, type Scope } from '../signals/signal.ts';
import { activeFilters, NO_FILTERS, type SearchFilters, withoutFilter } from '../store/book-filter.ts';
import type { Store } from '../store/store.ts';
import { filterOf } from './filters.ts';
import type { SearchInput } from './search-input.ts';
import { SignalRun, signalsFor } from './signal-run.ts';
import type { TimeSlice } from './time-slice.ts';
import { verdictOn } from './verdict.ts';

/** A search that was answered, to be run again under other filters. */
export interface AnsweredSearch {
  input: SearchInput;
  question: Question;
  store: Store;
  slice: TimeSlice;
  /** The run over books, if it had no filters: it is not repeated. */
  unfiltered: SignalRun | undefined;
}

/**
 * Facets over the books that the search finds without filters, hits that are more than weak: so each facet can
 * count what another value of it would leave.
 */
export async function foundFacets(answered: AnsweredSearch): Promise<Facets> {
  const { store } = answered;
  const run = answered.unfiltered ?? (await rerun(answered, 'books', NO_FILTERS));
  const yardstick = await verdictOn(run, store);
  const found = new Set(
    run.fused.filter((hit) => relevanceOf(hit.contributions, yardstick) !== 'weak').map(({ id }) => id),
  );
  const books = (await store.catalogue.allBooks()).filter(({ id }) => found.has(id));
  return facetsOf(store, books, answered.input.filters ?? NO_FILTERS, Math.floor(Date.now() / 1_000));
}

/** Relevant results without each of the filters, most first; those that would not help are left out. */
export async function costsOfFilters(answered: AnsweredSearch): Promise<FilterCost[]> {
  const { input, store, question } = answered;
  const filters = input.filters ?? NO_FILTERS;
  const costs: FilterCost[] = [];
  for (const filter of activeFilters(filters)) {
    const run = await rerun(answered, question.scope, withoutFilter(filters, filter));
    const { count, countExact } = await verdictOn(run, store);
    if (count > 0) costs.push({ filter, total: count, totalExact: countExact });
  }
  return costs.sort((a, b) => b.total - a.total);
}

async function rerun(
  { input, question, store, slice }: AnsweredSearch,
  scope: Scope,
  filters: SearchFilters,
): Promise<SignalRun> {
  const other = questionOf(question.words, scope, undefined, await filterOf(store, filters));
  const signals = signalsFor(input.mode, scope, input.signals);
  const run = new SignalRun(other, signals, store, input.fusion ?? 'scores');
  await run.byWord(slice);
  await run.byMeaning(question.vectors, slice);
  return run;
}
