/** One way to run an HTTP server: request ids, problem details (RFC 9457), metrics, and a drain at the end. */
import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { Caller } from './access.ts';
import { ERRORS, LibTrailsError, toLibTrailsError } from './errors.ts';
import type { Logger } from './log.ts';
import { Histogram, LATENCY_BUCKETS_S, type Metrics } from './metrics.ts';

export interface HttpAppOptions {
  log: Logger;
  metrics: Metrics;
  /** Adds the service's own routes. */
  routes: (app: Express) => void;
}

/** An express app with everything around the routes; `/metrics` is served to loopback only. */
export function createHttpApp({ log, metrics, routes }: HttpAppOptions): Express {
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
  app.use((request, response, next) => {
    const id = requestId(request);
    response.setHeader('x-request-id', id);
    response.setHeader('x-content-type-options', 'nosniff');
    const stop = latency.startTimer();
    response.on('close', () => {
      const route = (request.route as { path?: string } | undefined)?.path ?? 'unmatched';
      const status = response.writableFinished ? response.statusCode : 499;
      stop({ method: request.method, route, status: String(status) });
      log.debug({ id, method: request.method, route, status }, 'request');
    });
    next();
  });
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  app.get('/metrics', async (_request, response) => {
    response.type(metrics.contentType).send(await metrics.metrics());
  });
  routes(app);
  app.use((request: Request) => {
    throw new LibTrailsError('not_found', `There is nothing at ${request.method} ${request.path}`);
  });
  app.use(problemHandler(log));
  return app;
}

function requestId(request: Request): string {
  const given = request.get('x-request-id');
  return given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Any thrown value as `application/problem+json`. */
function problemHandler(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const known = fromExpress(error) ?? toLibTrailsError(error);
    const row = ERRORS[known.code];
    if (row.http >= 500 && known.code === 'internal') {
      log.error({ err: known.cause ?? known, id: response.getHeader('x-request-id') }, 'request failed');
    }
    if (response.headersSent) {
      next(error);
      return;
    }
    if (known.retryAfterSeconds !== undefined || row.http === 503) {
      response.setHeader('retry-after', String(known.retryAfterSeconds ?? 1));
    }
    sendProblem(response, {
      type: `https://github.com/libtrails/libtrails#error-${known.code.replaceAll('_', '-')}`,
      title: row.title,
      status: row.http,
      detail: known.message,
      code: known.code,
      instance: request.originalUrl,
      requestId: String(response.getHeader('x-request-id')),
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

/** The caller of a request, for `requireWriter`. */
export function httpCaller(request: Request): Caller {
  return {
    address: request.socket.remoteAddress ?? '',
    authorization: request.get('authorization'),
    forwarded: request.get('x-forwarded-for') !== undefined || request.get('forwarded') !== undefined,
  };
}

export interface RunningHttpServer {
  port: number;
  server: Server;
  /**
   * Stops accepting, lets open requests end, cuts them off after `graceMs`. Their answers say `connection: close`:
   * a proxy that kept such a connection would send its next request into a closing door.
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
