/**
 * Who a request's client is, decided from its socket before Next sees the request: Next shows pages and routes the
 * headers alone, and fills in X-Forwarded-For itself. Server only.
 */
import { randomBytes } from 'node:crypto';
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { identifyClient, type TrustedProxies } from '../../../services/common/src/client-address.ts';

/** Header in which the decision reaches pages and routes. */
export const CLIENT_HEADER = 'x-libtrails-client';
const LOCAL = 'local';

/** Proves that the header was written by this process. Next bundles this file several times; they share one secret. */
const SECRET = Symbol.for('libtrails.client-header');
const shared = globalThis as { [SECRET]?: string };
shared[SECRET] ??= randomBytes(32).toString('base64url');

/** Writes the header on every request that the HTTP servers of this process receive, in place of what was sent. */
export function nameClients(proxies: TrustedProxies): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage };
    const { address, local } = identifyClient(request.socket.remoteAddress ?? '', request.headers, proxies);
    request.headers[CLIENT_HEADER] = `${shared[SECRET]} ${local ? LOCAL : address}`;
  });
}

/**
 * Returns what X-Forwarded-For must say to the services: the client's address, empty for a browser on this machine,
 * "unknown" where this process did not write the header.
 */
export function forwardedFor(header: string | null): string {
  const [secret, client = ''] = (header ?? '').split(' ');
  if (secret !== shared[SECRET] || client === '') return 'unknown';
  return client === LOCAL ? '' : client;
}
