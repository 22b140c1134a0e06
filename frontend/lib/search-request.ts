/** A search's state as the contract's request. */
import type { SearchRequest } from '@libtrails/proto/types/library/v1/SearchRequest';
import { PAGE_SIZE, type SearchState } from './search-url.ts';

/** Asks for one page with the trace of every result. */
export function toSearchRequest(state: SearchState): SearchRequest {
  return {
    query: state.query,
    scope: state.scope.toUpperCase() as Uppercase<SearchState['scope']>,
    mode: state.mode.toUpperCase() as Uppercase<SearchState['mode']>,
    limit: PAGE_SIZE,
    offset: (state.page - 1) * PAGE_SIZE,
    explain: true,
    ...(state.book > 0 ? { bookId: state.book } : {}),
  };
}
