'use client';

import { useSearchParams } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import { trailBetween } from '../../lib/links.ts';
import { useBackPlace } from '../../lib/search/back-place.ts';
import { foundCount, hasClose, type SearchAnswer } from '../../lib/search/search-answer.ts';
import * as searchStrings from '../../lib/search/search-strings.ts';
import { parseSearch, searchUrl } from '../../lib/search/search-url.ts';
import { type Shown, useSearchAnswer } from '../../lib/search/use-search-answer.ts';
import { RESULTS_ID } from '../../lib/shell/ids.ts';
import * as strings from '../../lib/strings.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { ScopeTabs } from '../filters/scope-tabs.tsx';
import { FirstRun } from '../library/first-run.tsx';
import { ResultList } from '../results/result-list.tsx';
import { SpellingNote } from '../results/spelling-note.tsx';
import { DegradedBanner } from '../status/degraded-banner.tsx';
import { StateView } from '../ui/state-view.tsx';
import { AnswerDetails } from './answer-details.tsx';
import { SearchKeys } from './search-keys.tsx';
import { SearchLimits } from './search-limits.tsx';

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
  useBackPlace(searchUrl(state), shown !== undefined && !pending);

  useEffect(() => {
    document.title =
      state.query === ''
        ? `${strings.name}: ${strings.tagline}`
        : `${searchStrings.search.title(state.query)} · ${strings.name}`;
  }, [state.query]);

  if (state.query === '')
    return home ?? <p className="py-12 text-body text-ink-2">{searchStrings.search.emptyBox}</p>;
  if (empty) return <FirstRun />;
  const answer = shown?.outcome.ok ? shown.outcome.value : undefined;
  return (
    <>
      <h1 id={RESULTS_ID} tabIndex={-1} className="sr-only">
        {searchStrings.search.results(state.query)}
      </h1>
      {/* What is not close counts nowhere. */}
      <ScopeTabs state={state} counts={answer?.relevant ? answer.counts : {}} />
      <div className="busy-line" data-busy={pending} />
      {/* Each part has its place before it is there. */}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
        <div className="flex min-h-8 flex-wrap items-center gap-2 pointer-coarse:min-h-11">
          <FilterBar state={state} answer={answer} />
          <SearchLimits state={state} bookTitle={answer?.results[0]?.book?.title} />
        </div>
        <p className={`ms-auto ${answer?.relevant === false ? 'invisible' : ''}`}>
          <a href={trailBetween(state.query)} className="link inline-flex min-h-6 items-center text-meta">
            {searchStrings.search.makeTrail}
          </a>
        </p>
        <div className="flex h-6 w-full items-center gap-3 text-meta text-ink-3 md:w-58 md:justify-end">
          <p role="status" className="truncate">
            {answer ? summary(answer, pending) : pending ? searchStrings.search.searching : null}
          </p>
          {answer && !pending ? <AnswerDetails answer={answer} /> : null}
        </div>
      </div>
      <div className="results" aria-busy={pending}>
        {shown && answer ? <SpellingNote answer={answer} state={shown.state} /> : null}
        {answer?.degraded ? <DegradedBanner answer={answer} /> : null}
        {answer && answer.total === 0 && !pending ? note : null}
        {shown && answer && (hasClose(answer) || !pending) ? (
          // A new answer's rows are new: none is an old one that moved.
          <ResultList key={shown.url} answer={answer} state={shown.state} />
        ) : null}
        {!answer && pending ? <Skeleton /> : null}
        {shown && !shown.outcome.ok && !pending ? (
          <StateView problem={shown.outcome.problem} onRetry={retry} />
        ) : null}
      </div>
      <SearchKeys />
    </>
  );
}

function summary(answer: SearchAnswer, pending: boolean): string {
  if (pending) return searchStrings.search.searching;
  if (!answer.relevant) return searchStrings.search.nothingClose;
  const found = foundCount(answer);
  const total = searchStrings.search.found[answer.scope](found.count);
  return found.exact ? total : searchStrings.search.atLeast(total);
}

/** Where rows will stand, before any has been seen. */
function Skeleton() {
  return (
    <div aria-hidden="true" className="skeleton">
      {[0, 1, 2].map((row) => (
        <div key={row} className="grid grid-cols-[4rem_1fr] gap-4 py-5 sm:grid-cols-[6rem_1fr] sm:gap-6">
          <div className="aspect-2/3 bg-sunk" />
          <div className="flex flex-col gap-3 pt-1">
            <div className="h-5 w-2/5 bg-sunk" />
            <div className="h-4 w-1/5 bg-sunk" />
            <div className="h-4 max-w-2xl bg-sunk" />
            <div className="h-4 max-w-xl bg-sunk" />
          </div>
        </div>
      ))}
    </div>
  );
}
