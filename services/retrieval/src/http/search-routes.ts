/** Routes that rank: search, passages of one book, related books, trails. */
import { requestSignal } from '@libtrails/common/http-server';
import type { Router } from 'express';
import type { Related } from '../related/related.ts';
import { parseRequest } from '../requests/parse.ts';
import {
  idRequest,
  relatedRequest,
  searchRequest,
  suggestRequest,
  trailRequest,
} from '../requests/requests.ts';
import type { Search } from '../search/search.ts';
import { mapResults, type SearchAnswer } from '../search/search-input.ts';
import type { Suggest } from '../search/suggest.ts';
import { toHtml, toMarkdown } from '../trails/share.ts';
import type { Trail } from '../trails/trail.ts';
import { toJson } from './json.ts';

/** Adds the routes; answers are never cached, since the embedding service's state is part of them. */
export function searchRoutes(
  router: Router,
  { suggest, search, related, trail }: { suggest: Suggest; search: Search; related: Related; trail: Trail },
): void {
  router.get('/search', async (request, response) => {
    const { q, ...rest } = parseRequest(searchRequest, request.query);
    const answer = await search(
      { query: q, ...rest, bookId: rest.bookId },
      {
        signal: requestSignal(response),
        deadline: undefined,
      },
    );
    response.setHeader('cache-control', 'no-store').json(searchJson(answer, rest.explain));
  });
  router.get('/books/:id/passages', async (request, response) => {
    const { id: bookId } = parseRequest(idRequest, request.params);
    const { q, ...rest } = parseRequest(searchRequest, { ...request.query, scope: 'passages', bookId });
    const answer = await search(
      { query: q, ...rest, bookId },
      {
        signal: requestSignal(response),
        deadline: undefined,
      },
    );
    response.setHeader('cache-control', 'no-store').json(searchJson(answer, rest.explain));
  });
  router.get('/suggest', async (request, response) => {
    const { q, limit } = parseRequest(suggestRequest, request.query);
    response.setHeader('cache-control', 'no-store').json(toJson(await suggest(q, limit)));
  });
  router.get('/books/:id/related', async (request, response) => {
    const { id, limit } = parseRequest(relatedRequest, { ...request.query, ...request.params });
    response.setHeader('cache-control', 'no-store').json(toJson(await related(id, limit)));
  });
  router.get('/trail', async (request, response) => {
    const { format, origin, pin, ...wanted } = parseRequest(trailRequest, request.query);
    const context = { signal: requestSignal(response), deadline: undefined };
    const answer = await trail({ ...wanted, pins: pin }, context);
    response.setHeader('cache-control', 'no-store');
    if (format === 'json') response.json(toJson(answer));
    else if (format === 'markdown') response.type('text/markdown').send(toMarkdown(answer, origin));
    else response.type('application/xhtml+xml').send(toHtml(answer, origin));
  });
}

/** Without `explain`, results have no `signals` at all. */
function searchJson(answer: SearchAnswer, explained: boolean): unknown {
  return toJson(explained ? answer : mapResults(answer, (result) => ({ ...result, signals: undefined })));
}
