'use client';

import { useSearchParams } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import { milliseconds } from '../lib/format.ts';
import { RESULTS_ID } from '../lib/ids.ts';
import type { SearchAnswer } from '../lib/model.ts';
import { parseSearch, type SearchState } from '../lib/search-url.ts';
import * as strings from '../lib/strings.ts';
import { type Shown, useSearchAnswer } from '../lib/use-search-answer.ts';
import { DegradedBanner } from './degraded-banner.tsx';
import { FirstRun } from './first-run.tsx';
import { ResultList } from './result-list.tsx';
import { ScopeTabs } from './scope-tabs.tsx';
import { SearchLimits } from './search-limits.tsx';
import { StateView } from './state-view.tsx';

interface SearchResultsProps {
  /** What the server found for the address it rendered. */
  initial?: Shown;
  /** The library has no books. */
  empty?: boolean;
  /** Shown where nothing was found: why that may change. */
  note?: ReactNode;
  /** Shown while nothing is searched. */
  home?: ReactNode;
}

/** Everything below the box of the search page. */
export function SearchResults({ initial, empty = false, note, home }: SearchResultsProps) {
  const state = parseSearch(new URLSearchParams(useSearchParams()));
  const { shown, pending, retry } = useSearchAnswer(state, initial);

  useEffect(() => {
    document.title =
      state.query === ''
        ? `${strings.name}: ${strings.tagline}`
        : `${strings.search.title(state.query)} · ${strings.name}`;
  }, [state.query]);

  if (state.query === '')
    return home ?? <p className="py-12 text-body text-ink-2">{strings.search.emptyBox}</p>;
  if (empty) return <FirstRun />;
  const answer = shown?.outcome.ok ? shown.outcome.value : undefined;
  return (
    <>
      <h1 id={RESULTS_ID} tabIndex={-1} className="sr-only">
        {strings.search.results(state.query)}
      </h1>
      <ScopeTabs state={state} />
      <div className="busy-line" data-busy={pending} />
      <div className="flex min-h-10 flex-wrap items-center gap-x-4 gap-y-2 py-3">
        <p role="status" className="me-auto text-meta text-ink-3">
          {pending ? strings.search.searching : answer ? summary(answer, state) : null}
        </p>
        <SearchLimits state={state} bookTitle={answer?.results[0]?.book?.title} />
      </div>
      <div className="results" aria-busy={pending}>
        {answer?.degraded ? <DegradedBanner answer={answer} /> : null}
        {answer && answer.total === 0 && !pending ? note : null}
        {answer ? <ResultList answer={answer} state={state} pending={pending} /> : null}
        {shown && !shown.outcome.ok && !pending ? (
          <StateView problem={shown.outcome.problem} onRetry={retry} />
        ) : null}
      </div>
    </>
  );
}

function summary(answer: SearchAnswer, state: SearchState): string {
  const signals = Object.keys(answer.tookMs?.signals ?? {}).length;
  const took = strings.search.took(milliseconds(answer.tookMs?.total ?? 0), signals);
  return `${strings.search.found[state.scope](answer.total)} · ${took}`;
}
