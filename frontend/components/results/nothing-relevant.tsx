import { withoutFilter } from '../../lib/filters/filter-labels.ts';
import { unfitting } from '../../lib/filters/narrowings.ts';
import { filterCount, NO_FILTERS } from '../../lib/filters/search-filters.ts';
import type { SearchAnswer } from '../../lib/search/search-answer.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { type SearchState, searchUrl } from '../../lib/search/search-url.ts';
import { StateNote } from '../ui/state-view.tsx';
import { UrlLink } from '../ui/url-link.tsx';
import { Rows } from './rows.tsx';

/** Most that is shown of what is not close. */
const CLOSEST = 3;

/** Nothing answers: a typed field that no book fits, near spellings, the filter that costs most, and what is least far away. */
export function NothingRelevant({ answer, state }: { answer: SearchAnswer; state: SearchState }) {
  const closest = answer.results.slice(0, CLOSEST);
  const filtered = filterCount(state.filters) > 0 || state.book > 0;
  const misfits = unfitting(answer);
  return (
    <StateNote
      kind="nothing-relevant"
      title={filtered ? strings.states.nothingFiltered : strings.states.nothing}
      text={misfits.length > 0 ? misfits.join(' ') : strings.states.nothingText}
    >
      {answer.suggestions.length > 0 ? (
        <p className="mt-4 flex flex-wrap items-center gap-2">
          {strings.search.didYouMean}
          {answer.suggestions.map((spelling) => (
            <UrlLink
              key={spelling}
              href={searchUrl({ ...state, query: spelling, page: 1 })}
              className="link inline-flex min-h-8 items-center font-serif text-h3"
            >
              {spelling}
            </UrlLink>
          ))}
        </p>
      ) : null}
      {filtered ? (
        <ul className="mt-4 flex flex-wrap gap-2">
          {answer.without.map(({ filter, total, exact }) => (
            <li key={filter}>
              <UrlLink href={searchUrl(withoutFilter(state, filter))} className="chip">
                {strings.search.without(filter, total, exact)}
              </UrlLink>
            </li>
          ))}
          <li>
            <UrlLink href={searchUrl({ ...state, filters: NO_FILTERS, book: 0, page: 1 })} className="chip">
              {strings.search.clearFilters}
            </UrlLink>
          </li>
        </ul>
      ) : null}
      {closest.length > 0 ? (
        <section className="mt-6 border-t border-line pt-4">
          <h3 className="text-ink-2">{strings.states.closest}</h3>
          <Rows results={closest} answer={answer} />
        </section>
      ) : null}
    </StateNote>
  );
}
