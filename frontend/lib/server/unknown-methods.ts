/**
 * Requests that a web `Request` cannot represent (https://fetch.spec.whatwg.org/#forbidden-method) and `OPTIONS *`
 * make Next fail with 500. They are led to a route that answers 405. Server only.
 */
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/** Path of the route that answers them. */
export const UNKNOWN_METHOD_PATH = '/api/unknown-method';

/** Holds for every HTTP server of this process. */
export function answerUnknownMethods(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    if (request.method !== 'TRACE' && request.url !== '*') return;
    request.method = 'GET';
    request.url = UNKNOWN_METHOD_PATH;
  });
}
