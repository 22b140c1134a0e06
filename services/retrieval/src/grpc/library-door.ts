/** The gRPC door to reading: LibraryService. Translates and validates, nothing else. */
import { ensureWanted, type UnaryTools, unary } from '@libtrails/common/grpc-server';
import type { LibraryServiceHandlers } from '@libtrails/proto/types/library/v1/LibraryService';
import type { SearchRequest__Out } from '@libtrails/proto/types/library/v1/SearchRequest';
import type { SearchResponse } from '@libtrails/proto/types/library/v1/SearchResponse';
import type { Library } from '../library/library.ts';
import { getPassage } from '../passages/get-passage.ts';
import type { Related } from '../related/related.ts';
import { parseRequest } from '../requests/parse.ts';
import { passageRequest, relatedRequest, searchRequest } from '../requests/requests.ts';
import type { Search } from '../search/search.ts';
import type { SearchAnswer } from '../search/search-input.ts';

export interface LibraryDoorParts {
  library: Library;
  search: Search;
  related: Related;
  tools: UnaryTools;
}

/** proto3 cannot tell 0 and "" from absent: both mean the default. */
const given = <T>(value: T): T | undefined => (value === 0 || value === '' ? undefined : value);

/** The implementation to register with the server. */
export function libraryDoor({
  library,
  search,
  related,
  tools,
}: LibraryDoorParts): Pick<LibraryServiceHandlers, 'Search' | 'Related' | 'GetPassage'> {
  return {
    Search: unary(tools, async (request: SearchRequest__Out, context): Promise<SearchResponse> => {
      ensureWanted(context);
      const { q, ...rest } = parseRequest(searchRequest, searchFields(request));
      return toResponse(await search({ query: q, ...rest, bookId: rest.bookId }, context));
    }),
    Related: unary(tools, ({ bookId, limit }) => {
      const wanted = parseRequest(relatedRequest, { id: bookId, limit: given(limit) });
      return related(wanted.id, wanted.limit);
    }),
    GetPassage: unary(tools, ({ passageId, around, query }) => {
      const wanted = parseRequest(passageRequest, { id: passageId, around, q: query });
      return getPassage(library, wanted.id, wanted.around, wanted.q);
    }),
  };
}

function searchFields(request: SearchRequest__Out): object {
  const { query, scope, mode, limit, offset, explain, signals, bookId } = request;
  return {
    q: query,
    scope: scope === 'SCOPE_UNSPECIFIED' ? undefined : scope,
    mode: mode === 'MODE_UNSPECIFIED' ? undefined : mode,
    limit: given(limit),
    offset,
    explain,
    signals,
    bookId: given(bookId),
  };
}

function toResponse({ scope, mode, ...rest }: SearchAnswer): SearchResponse {
  return {
    ...rest,
    scope: scope.toUpperCase() as Uppercase<typeof scope>,
    mode: mode.toUpperCase() as Uppercase<typeof mode>,
  };
}
