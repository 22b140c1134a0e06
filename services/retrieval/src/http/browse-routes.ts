/** Routes that read the library; all answer 304 while it is unchanged. */
import type { Request, Response, Router } from 'express';
import { getBook, getCover, listBooks } from '../browse/books.ts';
import { getDomain, listDomains } from '../browse/domains.ts';
import { getJourney } from '../browse/journey.ts';
import { getSection } from '../browse/sections.ts';
import { getTheme, listThemes, universe } from '../browse/themes.ts';
import { getTopic } from '../browse/topics.ts';
import { getPassage } from '../passages/get-passage.ts';
import type { RelatedPassages } from '../passages/related-passages.ts';
import { resolvePlace } from '../passages/resolve-place.ts';
import { parseRequest } from '../requests/parse.ts';
import {
  coverRequest,
  idRequest,
  listBooksRequest,
  listThemesRequest,
  passageRequest,
  placeRequest,
  relatedPassagesRequest,
  sectionRequest,
  topicRequest,
} from '../requests/requests.ts';
import { listSignals } from '../search/signal-list.ts';
import type { Store } from '../store/store.ts';
import { sendVersioned } from './conditional.ts';

/** A cover's address carries its content hash (?v=), so a browser may keep it for ever: a year, RFC 9111. */
const COVER_MAX_AGE_S = 31_536_000;

/** `build` tells answers of different versions of this program apart. */
export function browseRoutes(
  router: Router,
  { store, relatedPassages }: { store: Store; relatedPassages: RelatedPassages },
  build: string,
): void {
  /** Validates first, so that a wrong request is never answered 304. */
  const read = (path: string, prepare: (request: Request) => () => unknown) => {
    router.get(path, async (request: Request, response: Response) => {
      const answer = prepare(request);
      await sendVersioned(request, response, { version: () => `${build}.${store.revision()}`, read: answer });
    });
  };
  const id = (request: Request) => parseRequest(idRequest, request.params).id;

  read('/books', (request) => {
    const { q, ...page } = parseRequest(listBooksRequest, request.query);
    return () => listBooks(store, { ...page, query: q });
  });
  read('/books/:id', (request) => {
    const bookId = id(request);
    return () => getBook(store.catalogue, bookId);
  });
  read('/books/:id/journey', (request) => {
    const bookId = id(request);
    return () => getJourney(store.catalogue, bookId);
  });
  read('/books/:id/place', (request) => {
    const { id: bookId, ...place } = parseRequest(placeRequest, { ...request.query, ...request.params });
    return () => resolvePlace(store.catalogue, { bookId, ...place });
  });
  read('/passages/:id/related', (request) => {
    const wanted = parseRequest(relatedPassagesRequest, { ...request.query, ...request.params });
    return () => relatedPassages(wanted.id, wanted.limit);
  });
  read('/books/:id/sections/:index', (request) => {
    const wanted = parseRequest(sectionRequest, request.params);
    return () => getSection(store.catalogue, wanted.id, wanted.index);
  });
  read('/passages/:id', (request) => {
    const wanted = parseRequest(passageRequest, { ...request.query, ...request.params });
    return () => getPassage(store, wanted.id, wanted.around, wanted.q);
  });
  read('/topics/:id', (request) => {
    const wanted = parseRequest(topicRequest, { ...request.query, ...request.params });
    return () => getTopic(store, wanted.id, wanted.limit);
  });
  read('/themes', (request) => {
    const { q, ...page } = parseRequest(listThemesRequest, request.query);
    return () => listThemes(store, { ...page, query: q, domainId: page.domainId ?? 0 });
  });
  read('/themes/:id', (request) => {
    const themeId = id(request);
    return () => getTheme(store, themeId);
  });
  read('/domains', () => () => listDomains(store.catalogue));
  read('/domains/:id', (request) => {
    const domainId = id(request);
    return () => getDomain(store.catalogue, domainId);
  });
  read('/universe', () => () => universe(store));
  read('/signals', () => listSignals);

  router.get('/books/:id/cover', async (request, response) => {
    const wanted = parseRequest(coverRequest, { ...request.query, ...request.params });
    const { data, mediaType, hash, width } = await getCover(store.catalogue, wanted.id, wanted.width);
    const forEver = request.query.v === hash;
    response.setHeader('etag', `"${hash}-${width}"`);
    response.setHeader(
      'cache-control',
      forEver ? `private, max-age=${COVER_MAX_AGE_S}, immutable` : 'private, no-cache',
    );
    if (request.fresh) response.status(304).end();
    else response.type(mediaType).send(Buffer.from(data.buffer, data.byteOffset, data.byteLength));
  });
}
