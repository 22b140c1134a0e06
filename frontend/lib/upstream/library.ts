/** The retrieval service over gRPC, for pages rendered on the server. One function per call of the contract. */
import type { ProtoGrpcType } from '@libtrails/proto/library';
import type { LibraryServiceClient } from '@libtrails/proto/types/library/v1/LibraryService';
import type { ListBooksRequest } from '@libtrails/proto/types/library/v1/ListBooksRequest';
import type { ListThemesRequest } from '@libtrails/proto/types/library/v1/ListThemesRequest';
import type { TrailRequest } from '@libtrails/proto/types/library/v1/TrailRequest';
import { cache } from 'react';
import type { ResultOrder } from '../contract.ts';
import type { Place } from '../reader/place.ts';
import { settings } from '../server/settings.ts';
import { call, connect } from './grpc.ts';
import { RESTART_MS } from './through-restart.ts';

/** Milliseconds a page waits for a browse call; they read a few rows. */
const BROWSE_TIMEOUT_MS = 3_000;
/** Milliseconds a page waits for a search; the service itself gives up on slow signals earlier. */
const SEARCH_TIMEOUT_MS = 5_000;

let client: LibraryServiceClient | undefined;

function library(): LibraryServiceClient {
  client ??= connect<ProtoGrpcType, LibraryServiceClient>(
    'library',
    settings().retrievalGrpc,
    (grpc) => grpc.libtrails.library.v1.LibraryService,
  );
  return client;
}

/** The passages of one book that answer a query best: best first, or in reading order. */
export function searchBook(bookId: number, query: string, limit: number, order: ResultOrder = 'relevance') {
  const request = { query, scope: 'PASSAGES' as const, bookId, limit, order };
  return call(library(), 'search', request, SEARCH_TIMEOUT_MS);
}

/** A chain of passages of different books; `from` is not empty. */
export function findTrail(request: TrailRequest) {
  return call(library(), 'trail', request, SEARCH_TIMEOUT_MS);
}

/** Where the text of an address stands now. */
export function resolvePlace(bookId: number, section: number, place: Place) {
  return call(library(), 'resolvePlace', { bookId, section, ...place }, BROWSE_TIMEOUT_MS);
}

/** What a search is made of. */
export function listSignals() {
  return call(library(), 'listSignals', {}, BROWSE_TIMEOUT_MS);
}

export function related(bookId: number, limit: number) {
  return call(library(), 'related', { bookId, limit }, BROWSE_TIMEOUT_MS);
}

export function listBooks(options: ListBooksRequest) {
  return call(library(), 'listBooks', options, BROWSE_TIMEOUT_MS);
}

/** The book from start to end, in cells. */
export function getJourney(bookId: number) {
  return call(library(), 'getJourney', { bookId }, BROWSE_TIMEOUT_MS);
}

/** Passages of other books that are nearest in meaning. */
export function relatedPassages(passageId: number, limit: number) {
  return call(library(), 'relatedPassages', { passageId, limit }, BROWSE_TIMEOUT_MS);
}

/** Cached for one render: the page and its metadata ask for the same book. */
export const getBook = cache((bookId: number) => call(library(), 'getBook', { bookId }, BROWSE_TIMEOUT_MS));

export const getSection = cache((bookId: number, index: number) =>
  call(library(), 'getSection', { bookId, index }, BROWSE_TIMEOUT_MS),
);

export const getPassage = cache((passageId: number, around: number, query: string) =>
  call(library(), 'getPassage', { passageId, around, query }, BROWSE_TIMEOUT_MS),
);

export const getTopic = cache((topicId: number, limit: number) =>
  call(library(), 'getTopic', { topicId, limit }, BROWSE_TIMEOUT_MS),
);

export function listThemes(options: ListThemesRequest) {
  return call(library(), 'listThemes', options, BROWSE_TIMEOUT_MS);
}

export const getTheme = cache((themeId: number) =>
  call(library(), 'getTheme', { themeId }, BROWSE_TIMEOUT_MS),
);

export function listDomains() {
  return call(library(), 'listDomains', {}, BROWSE_TIMEOUT_MS);
}

export const getDomain = cache((domainId: number) =>
  call(library(), 'getDomain', { domainId }, BROWSE_TIMEOUT_MS),
);

/** Waits `restartMs` for a service that restarts. */
export function libraryStatus(restartMs: number = RESTART_MS) {
  return call(library(), 'status', {}, BROWSE_TIMEOUT_MS, restartMs);
}
