import * as strings from '../../lib/search/search-strings.ts';
import { type SearchState, searchUrl } from '../../lib/search/search-url.ts';
import { Icon } from '../ui/icon.tsx';
import { UrlLink } from '../ui/url-link.tsx';

/** What narrows this search beyond its scope, each with the way out. Nothing for most searches. */
export function SearchLimits({ state, bookTitle }: { state: SearchState; bookTitle?: string | undefined }) {
  return (
    <>
      {state.book > 0 ? (
        <UrlLink
          href={searchUrl({ ...state, book: 0, page: 1 })}
          className="chip gap-2"
          title={strings.search.everywhere}
        >
          {strings.search.onlyIn(bookTitle ?? strings.search.thisBook)}
          <Icon name="close" className="size-3.5" />
        </UrlLink>
      ) : null}
      {state.mode === 'hybrid' ? null : (
        <UrlLink
          href={searchUrl({ ...state, mode: 'hybrid', page: 1 })}
          className="chip gap-2"
          title={strings.search.hybridAgain}
        >
          {strings.search.mode[state.mode]}
          <Icon name="close" className="size-3.5" />
        </UrlLink>
      )}
    </>
  );
}
