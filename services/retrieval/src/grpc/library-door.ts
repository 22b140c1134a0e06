/** The gRPC API to reading: LibraryService. Translates and validates, nothing else. */
import { ensureWanted, type UnaryTools, unary } from '@libtrails/common/grpc-server';
import type { LibraryServiceHandlers } from '@libtrails/proto/types/library/v1/LibraryService';
import type { SearchFilters__Out } from '@libtrails/proto/types/library/v1/SearchFilters';
import type { SearchRequest__Out } from '@libtrails/proto/types/library/v1/SearchRequest';
import type { SearchResponse } from '@libtrails/proto/types/library/v1/SearchResponse';
import { FILTER_NAMES, FILTER_PARAMETERS } from '@libtrails/proto/values';
import { getBook, getCover, listBooks } from '../browse/books.ts';
import { getDomain, listDomains } from '../browse/domains.ts';
import { getJourney } from '../browse/journey.ts';
import { getSection } from '../browse/sections.ts';
import { getTheme, listThemes, universe } from '../browse/themes.ts';
import { getTopic } from '../browse/topics.ts';
import { getPassage } from '../passages/get-passage.ts';
import type { RelatedPassages } from '../passages/related-passages.ts';
import { resolvePlace } from '../passages/resolve-place.ts';
import type { Related } from '../related/related.ts';
import { parseRequest } from '../requests/parse.ts';
import {
  coverRequest,
  idRequest,
  listBooksRequest,
  listThemesRequest,
  passageRequest,
  placeRequest,
  relatedPassagesRequest,
  relatedRequest,
  searchRequest,
  sectionRequest,
  suggestRequest,
  topicRequest,
  trailRequest,
} from '../requests/requests.ts';
import type { Search } from '../search/search.ts';
import type { SearchAnswer } from '../search/search-input.ts';
import { listSignals } from '../search/signal-list.ts';
import type { Suggest } from '../search/suggest.ts';
import type { Status } from '../status.ts';
import type { Store } from '../store/store.ts';
import type { Trail } from '../trails/trail.ts';

export interface LibraryDoorParts {
  store: Store;
  suggest: Suggest;
  relatedPassages: RelatedPassages;
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
  store,
  suggest,
  relatedPassages,
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
    Suggest: unary(tools, ({ query, limit }) => {
      const wanted = parseRequest(suggestRequest, { q: query, limit: given(limit) });
      return suggest(wanted.q, wanted.limit);
    }),
    ListBooks: unary(tools, ({ cursor, limit, sort, page, query, facets, filters }) => {
      const { q, ...wanted } = parseRequest(listBooksRequest, {
        cursor,
        limit: given(limit),
        sort: given(sort),
        page,
        q: query,
        facets,
        ...filterFields(filters),
      });
      return listBooks(store, { ...wanted, query: q });
    }),
    GetBook: unary(tools, ({ bookId }) =>
      getBook(store.catalogue, parseRequest(idRequest, { id: bookId }).id),
    ),
    GetCover: unary(tools, async (request) => {
      const wanted = parseRequest(coverRequest, { id: request.bookId, width: request.width });
      const { data, ...rest } = await getCover(store.catalogue, wanted.id, wanted.width);
      return { ...rest, data: Buffer.from(data.buffer, data.byteOffset, data.byteLength) };
    }),
    GetJourney: unary(tools, ({ bookId }) =>
      getJourney(store.catalogue, parseRequest(idRequest, { id: bookId }).id),
    ),
    RelatedPassages: unary(tools, ({ passageId, limit }) => {
      const wanted = parseRequest(relatedPassagesRequest, { id: passageId, limit: given(limit) });
      return relatedPassages(wanted.id, wanted.limit);
    }),
    ResolvePlace: unary(tools, ({ bookId, ...place }) => {
      const { id, ...wanted } = parseRequest(placeRequest, { id: bookId, ...place });
      return resolvePlace(store.catalogue, { bookId: id, ...wanted });
    }),
    GetSection: unary(tools, ({ bookId, index }) => {
      const wanted = parseRequest(sectionRequest, { id: bookId, index });
      return getSection(store.catalogue, wanted.id, wanted.index);
    }),
    GetPassage: unary(tools, ({ passageId, around, query }) => {
      const wanted = parseRequest(passageRequest, { id: passageId, around, q: query });
      return getPassage(store, wanted.id, wanted.around, wanted.q);
    }),
    GetTopic: unary(tools, ({ topicId, limit }) => {
      const wanted = parseRequest(topicRequest, { id: topicId, limit: given(limit) });
      return getTopic(store, wanted.id, wanted.limit);
    }),
    ListThemes: unary(tools, ({ cursor, limit, domainId, query, sort, page: number }) => {
      const fields = {
        cursor,
        limit: given(limit),
        domainId: given(domainId),
        q: query,
        sort: given(sort),
        page: number,
      };
      const { q, ...page } = parseRequest(listThemesRequest, fields);
      return listThemes(store, { ...page, query: q, domainId: page.domainId ?? 0 });
    }),
    GetTheme: unary(tools, ({ themeId }) => getTheme(store, parseRequest(idRequest, { id: themeId }).id)),
    ListDomains: unary(tools, () => listDomains(store.catalogue)),
    GetDomain: unary(tools, ({ domainId }) =>
      getDomain(store.catalogue, parseRequest(idRequest, { id: domainId }).id),
    ),
    Universe: unary(tools, () => universe(store)),
    ListSignals: unary(tools, () => ({
      signals: listSignals().signals.map(({ scopes, ...signal }) => ({
        ...signal,
        scopes: scopes.map((scope) => scope.toUpperCase() as Uppercase<typeof scope>),
      })),
    })),
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
  const { filters, facets, counts, order, also, fusion } = request;
  return {
    q: query,
    scope: scope === 'SCOPE_UNSPECIFIED' ? undefined : scope,
    mode: mode === 'MODE_UNSPECIFIED' ? undefined : mode,
    limit: given(limit),
    offset,
    explain,
    signals,
    bookId: given(bookId),
    facets,
    counts,
    order: given(order),
    also,
    fusion: given(fusion),
    ...filterFields(filters),
  };
}

/** The contract's filters under the names that requests have. */
function filterFields(filters: SearchFilters__Out | null): object {
  if (filters === null) return {};
  return Object.fromEntries(FILTER_NAMES.map((name) => [FILTER_PARAMETERS[name], filters[name]]));
}

function toResponse({ scope, mode, counts, ...rest }: SearchAnswer): SearchResponse {
  return {
    ...rest,
    counts: counts.map((count) => ({
      ...count,
      scope: count.scope.toUpperCase() as Uppercase<typeof count.scope>,
    })),
    scope: scope.toUpperCase() as Uppercase<typeof scope>,
    mode: mode.toUpperCase() as Uppercase<typeof mode>,
  };
}
