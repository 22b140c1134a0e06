/** What filters leave and cost: facets of the books found, and the answer without each filter. */

import type { Facets__Out as Facets } from '@libtrails/proto/types/library/v1/Facets';
import type { FilterCost__Out as FilterCost } from '@libtrails/proto/types/library/v1/FilterCost';
import { catalogue } from '../browse/catalogue.ts';
import { facetsOf } from '../browse/facets.ts';
import { relevanceOf } from '../fusion/relevance.ts';
import { type Question, questionOf, type Scope, type SearchIndex } from '../signals/signal.ts';
import { activeFilters, NO_FILTERS, type SearchFilters, withoutFilter } from '../store/book-filter.ts';
import { filterOf } from './filters.ts';
import type { SearchInput } from './search-input.ts';
import { SignalRun, signalsFor } from './signal-run.ts';
import type { Turns } from './turns.ts';
import { verdictOn } from './verdict.ts';

/** A search that has its vectors, to be asked again under other filters. */
export interface Again {
  input: SearchInput;
  question: Question;
  index: SearchIndex;
  turns: Turns;
  /** The run over books, if it had no filters: then it need not be repeated. */
  unfiltered: SignalRun | undefined;
}

/**
 * Facets over the books that the search finds without filters, hits that are more than weak: so each facet can
 * count what another value of it would leave.
 */
export async function foundFacets(again: Again): Promise<Facets> {
  const { library } = again.index;
  const run = again.unfiltered ?? (await rerun(again, 'books', NO_FILTERS));
  const yardstick = verdictOn(run, again.index);
  const found = new Set(
    run.fused.filter((hit) => relevanceOf(hit.contributions, yardstick) !== 'weak').map(({ id }) => id),
  );
  const books = catalogue(library).filter(({ id }) => found.has(id));
  return facetsOf(library, books, again.input.filters ?? NO_FILTERS, Math.floor(Date.now() / 1_000));
}

/** Relevant results without each of the filters, most first; those that would not help are left out. */
export async function costsOfFilters(again: Again): Promise<FilterCost[]> {
  const { input, index, question } = again;
  const filters = input.filters ?? NO_FILTERS;
  const costs: FilterCost[] = [];
  for (const filter of activeFilters(filters)) {
    const run = await rerun(again, question.scope, withoutFilter(filters, filter));
    const { count, countExact } = verdictOn(run, index);
    if (count > 0) costs.push({ filter, total: count, totalExact: countExact });
  }
  return costs.sort((a, b) => b.total - a.total);
}

async function rerun(
  { input, question, index, turns }: Again,
  scope: Scope,
  filters: SearchFilters,
): Promise<SignalRun> {
  const other = questionOf(question.words, scope, undefined, filterOf(index.library, filters));
  Object.assign(other.vectors, question.vectors);
  const signals = signalsFor(input.mode, scope, input.signals);
  const run = new SignalRun(other, signals, index, input.fusion ?? 'scores');
  await run.byWord(turns);
  await run.byMeaning(turns);
  return run;
}
