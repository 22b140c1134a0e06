/** The HTTP API: every route of /api/v1. */
import type { TrustedProxies } from '@libtrails/common/client-address';
import { LibTrailsError } from '@libtrails/common/errors';
import { createHttpApp } from '@libtrails/common/http-server';
import type { Logger } from '@libtrails/common/log';
import type { Metrics } from '@libtrails/common/metrics';
import { problemPage } from '@libtrails/common/problem-pages';
import express, { type Express } from 'express';
import type { Access } from '../access/access.ts';
import type { ClientLimits } from '../access/client-limits.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { RelatedPassages } from '../passages/related-passages.ts';
import type { Related } from '../related/related.ts';
import { parseRequest } from '../requests/parse.ts';
import { problemRequest } from '../requests/requests.ts';
import type { Search } from '../search/search.ts';
import type { Suggest } from '../search/suggest.ts';
import type { Status } from '../status.ts';
import type { BackupMaker } from '../store/backups.ts';
import type { Store } from '../store/store.ts';
import type { Trail } from '../trails/trail.ts';
import { browseRoutes } from './browse-routes.ts';
import { onlyReaders, withinLimits } from './guard.ts';
import { jobRoutes } from './job-routes.ts';
import { toJson } from './json.ts';
import openapi from './openapi.json' with { type: 'json' };
import { searchRoutes } from './search-routes.ts';
import { sessionRoutes } from './session-routes.ts';
import { writeRoutes } from './write-routes.ts';

/** Where the routes live. */
export const API_ROOT = '/api/v1';

export interface ApiParts {
  store: Store;
  suggest: Suggest;
  relatedPassages: RelatedPassages;
  search: Search;
  related: Related;
  trail: Trail;
  status: Status;
  jobs: Jobs;
  backups: BackupMaker;
  access: Access;
  limits: ClientLimits;
  hosts: readonly string[];
  proxies: TrustedProxies;
  maxUploadBytes: number;
  /** This program's version; part of every ETag. */
  version: string;
  /** Ends streams that would stay open for ever. */
  stopping: AbortSignal;
  log: Logger;
  metrics: Metrics;
}

export interface Api {
  app: Express;
  /** Every route under API_ROOT, such as "get /books/:id". */
  routes: readonly string[];
}

export function createApi(parts: ApiParts): Api {
  const { log, metrics, hosts, proxies } = parts;
  const router = apiRouter(parts);
  return {
    app: createHttpApp({ log, metrics, hosts, proxies, routes: (app) => app.use(API_ROOT, router) }),
    // A route's stack holds all its handlers; they share one method.
    routes: router.stack.flatMap(({ route }) => (route ? [`${route.stack[0]?.method} ${route.path}`] : [])),
  };
}

/** The routes themselves, relative to API_ROOT. */
function apiRouter(parts: ApiParts): express.Router {
  const { status, jobs, version, stopping, access, limits } = parts;
  const router = express.Router();
  router.use(withinLimits(limits));
  router.get('/openapi.json', (_request, response) => {
    response.setHeader('cache-control', 'no-cache').json(openapi);
  });
  router.get('/problems/:code', (request, response) => {
    const page = problemPage(parseRequest(problemRequest, request.params).code);
    if (page === undefined) throw new LibTrailsError('not_found', 'There is no such kind of problem');
    response.setHeader('cache-control', 'no-cache').type('html').send(page);
  });
  sessionRoutes(router, access);
  router.use(onlyReaders(access));
  searchRoutes(router, parts);
  browseRoutes(router, parts, version);
  jobRoutes(router, jobs, stopping);
  writeRoutes(router, parts);
  router.get('/status', async (_request, response) => {
    response.setHeader('cache-control', 'no-store').json(toJson(await status()));
  });
  return router;
}
