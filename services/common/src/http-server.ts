/** One way to run an HTTP server: request ids, problem details (RFC 9457), metrics, and a drain at the end. */
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { Caller } from './access.ts';
import { identifyClient, isForwarded, isNear, TrustedProxies } from './client-address.ts';
import { countConnections } from './connections.ts';
import { ERRORS, LibTrailsError, toLibTrailsError } from './errors.ts';
import { BROWSER_HOST, isOwnName, unknownHost } from './host-names.ts';
import type { Logger } from './log.ts';
import { Histogram, LATENCY_BUCKETS_S, type Metrics } from './metrics.ts';
import { problemType } from './problem-pages.ts';
import { REQUEST_ID, requestIdOf, withRequestId } from './request-context.ts';

export interface HttpAppOptions {
  log: Logger;
  metrics: Metrics;
  /** Accepted host names, besides addresses and local names. */
  hosts?: readonly string[];
  /** Proxies that may name the client. */
  proxies?: TrustedProxies;
  /** Adds the service's own routes. */
  routes: (app: Express) => void;
}

const PROXIES = 'trusted proxies';

/** An express app with everything around the routes. `/metrics` is for this machine and its own networks. */
export function createHttpApp({ log, metrics, hosts = [], proxies, routes }: HttpAppOptions): Express {
  const latency = new Histogram({
    name: 'libtrails_http_seconds',
    help: 'Duration of HTTP requests',
    labelNames: ['method', 'route', 'status'],
    buckets: LATENCY_BUCKETS_S,
    registers: [metrics],
  });
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', 'weak');
  app.set('query parser', 'simple');
  app.set(PROXIES, proxies ?? new TrustedProxies(''));
  app.use((request, response, next) => {
    const id = requestIdOf(request.get(REQUEST_ID));
    response.setHeader(REQUEST_ID, id);
    response.setHeader('x-content-type-options', 'nosniff');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    const stop = latency.startTimer();
    response.on('close', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? 'unmatched';
      const status = response.writableFinished ? response.statusCode : 499;
      stop({ method: request.method, route, status: String(status) });
      log.debug({ requestId: id, method: request.method, route, status }, 'request');
    });
    withRequestId(id, next);
  });
  app.use((request, _response, next) => {
    // A proxy that rewrites Host says in X-Forwarded-Host what the browser asked for; our web server has its own header.
    for (const name of [request.get('host'), request.get('x-forwarded-host'), request.get(BROWSER_HOST)]) {
      if (name === undefined || isOwnName(name, hosts)) continue;
      throw new LibTrailsError('permission_denied', unknownHost(name));
    }
    if (isFromOtherSite(request)) {
      throw new LibTrailsError(
        'permission_denied',
        'A page of another site may link here, and load nothing.',
      );
    }
    next();
  });
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/metrics', async (request, response) => {
    // Prometheus often runs on another machine of a private network.
    if (isForwarded(request.headers) || !isNear(request.socket.remoteAddress ?? '')) {
      throw new LibTrailsError('permission_denied', 'Metrics are for this machine and its own networks');
    }
    response.type(metrics.contentType).send(await metrics.metrics());
  });
  routes(app);
  app.use((request: Request) => {
    throw new LibTrailsError('not_found', `There is nothing at ${request.method} ${request.path}`);
  });
  app.use(problemHandler(log));
  return app;
}

/**
 * Returns true for what a page of another origin loads (images, frames, objects, scripts): its size or its status
 * alone would tell that page what is in the library. A link that the reader follows is no such request (Fetch
 * Metadata, https://www.w3.org/TR/fetch-metadata/).
 */
function isFromOtherSite(request: Request): boolean {
  if (!/^(?:cross|same)-site$/.test(request.get('sec-fetch-site') ?? '')) return false;
  const isLink = request.get('sec-fetch-mode') === 'navigate' && request.get('sec-fetch-dest') === 'document';
  return !isLink || !/^(?:GET|HEAD)$/.test(request.method);
}

/** Any thrown value as `application/problem+json`. */
function problemHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const known = fromExpress(error) ?? toLibTrailsError(error);
    const row = ERRORS[known.code];
    if (row.http >= 500 && known.code === 'internal') {
      log.error({ err: known.cause ?? known }, 'request failed');
    }
    if (response.headersSent) {
      next(error);
      return;
    }
    if (known.retryAfterSeconds !== undefined || row.http === 503) {
      response.setHeader('retry-after', String(known.retryAfterSeconds ?? 1));
    }
    // No "Basic" here: a browser would show its own password dialog before any page could.
    if (row.http === 401) response.setHeader('www-authenticate', 'Bearer realm="LibTrails"');
    sendProblem(response, {
      type: problemType(known.code),
      title: row.title,
      status: row.http,
      detail: known.message,
      code: known.code,
      instance: request.originalUrl,
      requestId: String(response.getHeader(REQUEST_ID)),
    });
  };
}

function sendProblem(response: Response, body: { status: number } & Record<string, unknown>): void {
  response.status(body.status).type('application/problem+json').send(JSON.stringify(body));
}

/** Body parsers and the router throw errors with a `status`; keep those that are the caller's fault. */
function fromExpress(error: unknown): LibTrailsError | undefined {
  const status = (error as { status?: unknown } | null)?.status;
  if (error instanceof LibTrailsError || typeof status !== 'number' || status >= 500) return undefined;
  const message = error instanceof Error ? error.message : 'Bad request';
  return new LibTrailsError(status === 413 ? 'too_large' : 'invalid_argument', message, { cause: error });
}

/** Aborts when the client closes the connection before the answer is out. */
export function requestSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  response.on('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

/** The caller of a request to an app of `createHttpApp`. */
export function httpCaller(request: Request): Caller {
  const address = request.socket.remoteAddress ?? '';
  const client = identifyClient(address, request.headers, request.app.get(PROXIES) as TrustedProxies);
  return {
    address,
    client: client.address,
    local: client.local,
    authorization: request.get('authorization'),
    cookie: request.get('cookie'),
  };
}

/** What Node's parser refuses never becomes a request; its answer is a problem all the same. */
function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, title] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'Request Header Fields Too Large']
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'Request Timeout']
        : [400, 'Bad Request'];
  const body = JSON.stringify({ type: 'about:blank', title, status });
  socket.end(
    `HTTP/1.1 ${status} ${title}\r\ncontent-type: application/problem+json\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  );
}

export interface RunningHttpServer {
  port: number;
  server: Server;
  /**
   * Stops accepting, lets open requests end, cuts them off after `graceMs`. Their answers say `connection: close`:
   * a proxy that kept such a connection would send its next request to a closing server.
   */
  drain(graceMs: number): Promise<void>;
}

/** Listens; rejects with the cure if the port is taken. */
export function listenHttp(app: RequestHandler, host: string, port: number): Promise<RunningHttpServer> {
  const open = new Set<ServerResponse>();
  let draining = false;
  const leave = (response: ServerResponse) => {
    if (!response.headersSent) response.setHeader('connection', 'close');
  };
  const server = createServer((request, response) => {
    open.add(response);
    response.on('close', () => open.delete(response));
    if (draining) leave(response);
    (app as RequestListener)(request, response);
  });
  server.requestTimeout = 120_000;
  server.headersTimeout = 15_000;
  server.keepAliveTimeout = 65_000;
  server.on('clientError', answerBrokenRequest);
  countConnections(server);
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        cause.code === 'EADDRINUSE'
          ? new Error(`Port ${port} on ${host} is in use: stop the other program or set another port.`, {
              cause,
            })
          : cause,
      );
    });
    server.listen(port, host, () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        server,
        drain: (graceMs) =>
          new Promise((done) => {
            draining = true;
            for (const response of open) leave(response);
            const cut = setTimeout(() => server.closeAllConnections(), graceMs);
            server.close(() => {
              clearTimeout(cut);
              done();
            });
            server.closeIdleConnections();
          }),
      });
    });
  });
}
