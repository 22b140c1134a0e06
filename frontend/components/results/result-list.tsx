import { memo } from 'react';
import { hasClose, type SearchAnswer } from '../../lib/search/search-answer.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { MAX_PAGE, PAGE_SIZE, type SearchState, searchUrl } from '../../lib/search/search-url.ts';
import { AlsoFound } from './also-found.tsx';
import { NothingRelevant } from './nothing-relevant.tsx';
import { Pager } from './pager.tsx';
import { Rows } from './rows.tsx';

interface ResultListProps {
  answer: SearchAnswer;
  /** The search that it answers. */
  state: SearchState;
}

/**
 * The ranked answer: what is close, what is weak behind a line, or the word that nothing is close. Left alone while
 * the reader types on: its rows are most of the page.
 */
export const ResultList = memo(function ResultList({ answer, state }: ResultListProps) {
  if (!hasClose(answer)) return <NothingRelevant answer={answer} state={state} />;
  const weak = answer.results.filter((result) => result.relevance === 'weak');
  const good = answer.results.filter((result) => result.relevance !== 'weak');
  const last = Math.min(MAX_PAGE, Math.ceil(answer.total / PAGE_SIZE));
  return (
    <>
      <Rows results={good} answer={answer} />
      {answer.scope === 'everything' ? <AlsoFound answer={answer} state={state} /> : null}
      {weak.length > 0 ? (
        <details className="border-t border-line" open={good.length === 0}>
          <summary className="flex min-h-11 flex-wrap items-center gap-x-3 text-ink-2">
            {strings.search.weakLine}
            <span className="link">{strings.search.showWeak(weak.length)}</span>
          </summary>
          <Rows results={weak} answer={answer} />
        </details>
      ) : null}
      <Pager
        page={state.page}
        last={last}
        href={(page) => searchUrl({ ...state, page })}
        label={strings.search.results(state.query)}
      />
    </>
  );
});
