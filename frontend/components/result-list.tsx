import type { SearchAnswer } from '../lib/search-answer.ts';
import * as strings from '../lib/search-strings.ts';
import { MAX_PAGE, PAGE_SIZE, type SearchState, searchUrl } from '../lib/search-url.ts';
import { AlsoFound } from './also-found.tsx';
import { NothingRelevant } from './nothing-relevant.tsx';
import { Pager } from './pager.tsx';
import { Rows } from './rows.tsx';

interface ResultListProps {
  answer: SearchAnswer;
  state: SearchState;
  /** The answer is to an earlier question; it says nothing about this one. */
  pending: boolean;
}

/** The ranked answer: what is close, what is weak behind a line, or the word that nothing is close. */
export function ResultList({ answer, state, pending }: ResultListProps) {
  const found = answer.results.length > 0 || answer.foundInside.length > 0 || answer.themes.length > 0;
  if (!answer.relevant || !found) {
    return pending ? null : <NothingRelevant answer={answer} state={state} />;
  }
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
}
