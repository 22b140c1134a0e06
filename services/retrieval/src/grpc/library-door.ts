/** The gRPC door to reading: LibraryService. Translates and validates, nothing else. */
import { ensureWanted, type UnaryTools, unary } from '@libtrails/common/grpc-server';
import type { LibraryServiceHandlers } from '@libtrails/proto/types/library/v1/LibraryService';
import type { SearchRequest__Out } from '@libtrails/proto/types/library/v1/SearchRequest';
import type { SearchResponse } from '@libtrails/proto/types/library/v1/SearchResponse';
import { getBook, getCover, listBooks } from '../browse/books.ts';
import { getDomain, listDomains } from '../browse/domains.ts';
import { getSection } from '../browse/sections.ts';
import { getTheme, listThemes, universe } from '../browse/themes.ts';
import { getTopic } from '../browse/topics.ts';
import type { Library } from '../library/library.ts';
import { getPassage } from '../passages/get-passage.ts';
import type { Related } from '../related/related.ts';
import { parseRequest } from '../requests/parse.ts';
import {
  idRequest,
  listBooksRequest,
  listThemesRequest,
  passageRequest,
  relatedRequest,
  searchRequest,
  sectionRequest,
  topicRequest,
  trailRequest,
} from '../requests/requests.ts';
import type { Search } from '../search/search.ts';
import type { SearchAnswer } from '../search/search-input.ts';
import type { Status } from '../status.ts';
import type { Trail } from '../trails/trail.ts';

export interface LibraryDoorParts {
  library: Library;
  search: Search;
  related: Related;
  trail: Trail;
  status: Status;
  tools: UnaryTools;
}

/** proto3 cannot tell 0 and "" from absent: both mean the default. */
const given = <T>(value: T): T | undefined => (value === 0 || value === '' ? undefined : value);

/** The implementation to register with the server. */
export function libraryDoor({
  library,
  search,
  related,
  trail,
  status,
  tools,
}: LibraryDoorParts): LibraryServiceHandlers {
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
    ListBooks: unary(tools, ({ cursor, limit, sort }) =>
      listBooks(library, parseRequest(listBooksRequest, { cursor, limit: given(limit), sort: given(sort) })),
    ),
    GetBook: unary(tools, ({ bookId }) => getBook(library, parseRequest(idRequest, { id: bookId }).id)),
    GetCover: unary(tools, ({ bookId }) => {
      const { data, mediaType, hash } = getCover(library, parseRequest(idRequest, { id: bookId }).id);
      return { data: Buffer.from(data.buffer, data.byteOffset, data.byteLength), mediaType, hash };
    }),
    GetSection: unary(tools, ({ bookId, index }) => {
      const wanted = parseRequest(sectionRequest, { id: bookId, index });
      return getSection(library, wanted.id, wanted.index);
    }),
    GetPassage: unary(tools, ({ passageId, around, query }) => {
      const wanted = parseRequest(passageRequest, { id: passageId, around, q: query });
      return getPassage(library, wanted.id, wanted.around, wanted.q);
    }),
    GetTopic: unary(tools, ({ topicId, limit }) => {
      const wanted = parseRequest(topicRequest, { id: topicId, limit: given(limit) });
      return getTopic(library, wanted.id, wanted.limit);
    }),
    ListThemes: unary(tools, ({ cursor, limit, domainId, query, sort }) => {
      const fields = { cursor, limit: given(limit), domainId: given(domainId), q: query, sort: given(sort) };
      const { q, ...page } = parseRequest(listThemesRequest, fields);
      return listThemes(library, { ...page, query: q, domainId: page.domainId ?? 0 });
    }),
    GetTheme: unary(tools, ({ themeId }) => getTheme(library, parseRequest(idRequest, { id: themeId }).id)),
    ListDomains: unary(tools, () => listDomains(library)),
    GetDomain: unary(tools, ({ domainId }) =>
      getDomain(library, parseRequest(idRequest, { id: domainId }).id),
    ),
    Universe: unary(tools, () => universe(library)),
    Status: unary(tools, () => status()),
    Trail: unary(tools, async ({ from, to, steps, seed, drop, pins }, context) => {
      ensureWanted(context);
      const wanted = parseRequest(trailRequest, { from, to, steps: given(steps), seed, drop, pin: pins });
      return trail({ ...wanted, pins: wanted.pin }, context);
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
