import type { SearchAnswer } from '../../lib/search/search-answer.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { SCOPES, type SearchState, searchUrl } from '../../lib/search/search-url.ts';
import { UrlLink } from '../ui/url-link.tsx';

interface ScopeTabsProps {
  state: SearchState;
  /** As far as the service counted. */
  counts: SearchAnswer['counts'];
}

/** The kinds of answer to one question, as links with what each holds. */
export function ScopeTabs({ state, counts }: ScopeTabsProps) {
  return (
    <nav aria-label={strings.search.scopes} className="scopes">
      <ul className="flex gap-5 border-b border-line">
        {SCOPES.map((scope) => {
          const found = scope === 'everything' ? undefined : counts[scope];
          return (
            <li key={scope}>
              <UrlLink
                href={searchUrl({ ...state, scope, page: 1, book: 0 })}
                aria-current={scope === state.scope ? 'page' : undefined}
                data-scope={scope}
                className="-mb-px flex min-h-11 items-center gap-1.5 border-b-2 border-transparent text-ink-2 hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
              >
                {strings.search.scope[scope]}
                {scope === 'everything' ? null : (
                  <span className="min-w-[4ch] text-meta font-normal text-ink-3">
                    {found ? strings.search.count(found.count, found.exact) : null}
                  </span>
                )}
              </UrlLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
