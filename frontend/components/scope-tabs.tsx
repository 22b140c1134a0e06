import { SCOPES, type SearchState, searchUrl } from '../lib/search-url.ts';
import * as strings from '../lib/strings.ts';
import { UrlLink } from './url-link.tsx';

/** The five kinds of answer to one question, as links. */
export function ScopeTabs({ state }: { state: SearchState }) {
  return (
    <nav aria-label={strings.search.scopes} className="-mx-4 overflow-x-auto px-4 md:mx-0 md:px-0">
      <ul className="flex gap-5 border-b border-line">
        {SCOPES.map((scope) => (
          <li key={scope}>
            <UrlLink
              href={searchUrl({ ...state, scope, page: 1, book: 0 })}
              aria-current={scope === state.scope ? 'page' : undefined}
              className="-mb-px flex min-h-11 items-center border-b-2 border-transparent text-ink-2 hover:text-ink aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink"
            >
              {strings.search.scope[scope]}
            </UrlLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
