import type { SearchAnswer } from '../../lib/search/search-answer.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { type SearchState, searchUrl } from '../../lib/search/search-url.ts';
import { UrlLink } from '../ui/url-link.tsx';

/** The spelling that was searched, and the way back to the words as they were typed. */
export function SpellingNote({ answer, state }: { answer: SearchAnswer; state: SearchState }) {
  if (answer.searchedFor === '') return null;
  return (
    <p className="flex flex-wrap items-baseline gap-x-4 border-b border-line py-3">
      <span>
        {strings.search.showingFor}{' '}
        <UrlLink
          href={searchUrl({ ...state, query: answer.searchedFor, page: 1 })}
          className="link font-serif text-h3"
        >
          {answer.searchedFor}
        </UrlLink>
      </span>
      <UrlLink
        href={searchUrl({ ...state, asTyped: true, page: 1 })}
        className="link inline-flex min-h-8 items-center text-meta"
      >
        {strings.search.searchInstead(state.query)}
      </UrlLink>
    </p>
  );
}
