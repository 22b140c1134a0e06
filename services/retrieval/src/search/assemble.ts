/** The third step of a search: what the runs found becomes the answer. */
import type { Degradation__Out as Degradation } from '@libtrails/proto/types/library/v1/Degradation';
import { SCOPES, type Scope } from '../signals/signal.ts';
import type { Store } from '../store/store.ts';
import { bandsOf, NO_BANDS } from './bands.ts';
import { costsOfFilters, foundFacets } from './facets-and-costs.ts';
import type { SearchPlan } from './plan.ts';
import type { QueryVectors } from './query-vectors.ts';
import { resultPage } from './result-page.ts';
import type { FinishedRuns } from './run.ts';
import type { ScopeCount, SearchAnswer, SearchInput } from './search-input.ts';
import { signalStates } from './signal-list.ts';
import { cutOff, type SignalRun } from './signal-run.ts';
import type { Spelling } from './spelling.ts';
import type { TimeSlice } from './time-slice.ts';
import { fieldMatches } from './typed-filter.ts';
import { type Verdict, verdictOn } from './verdict.ts';

/** @param started when the search began, by performance.now() @throws LibTrailsError cancelled */
export async function assembleAnswer(
  plan: SearchPlan,
  finished: FinishedRuns,
  spelling: Spelling,
  store: Store,
  slice: TimeSlice,
  started: number,
): Promise<SearchAnswer> {
  const { input, typed, main, all } = plan;
  const { runs, embedded } = finished;
  const [run] = runs as [SignalRun];
  const verdicts = await verdictsOn(runs, store, slice);
  const verdict = verdicts.get(main)!;
  await slice.pause();
  const results = await pageOf(run, verdict, store, input);
  await slice.pause();
  const { question } = run;
  const unfiltered = main === 'books' && question.filter === undefined ? run : undefined;
  const answered = { input, question, store, slice, unfiltered };
  const facets = input.facets === true;
  const degradations = degradationsOf(plan, finished);
  return {
    query: input.query,
    scope: input.scope,
    mode: input.mode,
    total: run.fused.length,
    totalExact: run.isWhole,
    relevant: verdict.relevant || (typed.pageOnly === true && results.length > 0),
    degraded: degradations.length > 0,
    degradedReasons: degradations.map(({ message }) => message),
    degradations,
    results,
    ...(input.scope === 'everything'
      ? await bandsOf(runs, verdicts, results, store, input.explain)
      : NO_BANDS),
    counts: all ? SCOPES.map((scope) => countOf(scope, verdicts.get(scope)!)) : [],
    facets: facets ? await foundFacets(answered) : null,
    without: facets && verdict.count === 0 ? await costsOfFilters(answered) : [],
    suggestions: spelling.suggestions,
    searchedFor: spelling.text === typed.text ? '' : spelling.text,
    narrowedTo: await fieldMatches(typed, store),
    leftOut: [...typed.excluded],
    ...(input.ranked === undefined ? {} : { ranked: run.ranked(input.ranked) }),
    index: { revision: store.revision(), generation: store.generation() },
    signals: signalStates(plan.scopes[0]!.signals, new Set(run.lists.map(({ signal }) => signal))),
    tookMs: tookMs(started, embedded, runs),
  };
}

async function verdictsOn(
  runs: readonly SignalRun[],
  store: Store,
  slice: TimeSlice,
): Promise<Map<Scope, Verdict>> {
  const verdicts = new Map<Scope, Verdict>();
  for (const run of runs) {
    await slice.pause();
    verdicts.set(run.question.scope, await verdictOn(run, store));
  }
  return verdicts;
}

const countOf = (scope: Scope, { count, countExact }: Verdict): ScopeCount => ({
  scope,
  count,
  exact: countExact,
});

async function pageOf(
  run: SignalRun,
  verdict: Verdict,
  store: Store,
  { offset, limit, explain, also, order }: SearchInput,
): Promise<SearchAnswer['results']> {
  const results = await resultPage(run, verdict, store, { offset, limit, explain, also: also ?? 0 });
  if (order !== 'place') return results;
  return results.sort(
    ({ passage: a }, { passage: b }) =>
      (a?.section?.index ?? 0) - (b?.section?.index ?? 0) || (a?.start ?? 0) - (b?.start ?? 0),
  );
}

/** Why signals are missing or incomplete: their vector did not come, or time did not allow. */
function degradationsOf(
  { scopes }: SearchPlan,
  { runs, embedded, phrasesWhole }: FinishedRuns,
): Degradation[] {
  const { vectors, degradations } = embedded;
  const missing = scopes
    .flatMap(({ signals }) => signals)
    .filter(({ vector }) => vector !== undefined && vectors[vector] === undefined);
  const signals = [...new Set(missing.map(({ name }) => name))];
  return [...degradations.map((reason) => ({ ...reason, signals })), ...cutOff(runs, phrasesWhole)];
}

/** Milliseconds to three places. */
const rounded = (milliseconds: number) => Math.round(milliseconds * 1_000) / 1_000;

/** Of all runs together. */
function tookMs(started: number, embedded: QueryVectors, runs: readonly SignalRun[]): SearchAnswer['tookMs'] {
  const signals: Record<string, number> = {};
  for (const { milliseconds } of runs) {
    for (const [name, ms] of Object.entries(milliseconds)) signals[name] = rounded((signals[name] ?? 0) + ms);
  }
  return {
    total: rounded(performance.now() - started),
    embed: rounded(embedded.tookMs),
    signals,
    fuse: rounded(runs.reduce((sum, run) => sum + run.fuseMs, 0)),
  };
}
