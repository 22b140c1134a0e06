/** What of a browser's request is handed on to the services. */
import { isLoopbackHost } from './loopback.ts';

/** Names of the sessions' cookies; no other cookie is anybody's business. */
const SESSION_COOKIE = /^libtrails_(?:reader|writer)=/;

/** Where `proxy.ts` leaves path and query of the page, which Next does not tell otherwise. */
export const PATH_HEADER = 'x-libtrails-path';

/** The session cookies of a `cookie` header; empty if there are none. */
export function sessionCookies(cookie: string | null): string {
  return (cookie ?? '')
    .split(/;\s*/)
    .filter((pair) => SESSION_COOKIE.test(pair))
    .join('; ');
}

/** The way to the login page and back. */
export function loginUrl(path: string): string {
  return `/login?${new URLSearchParams({ next: path })}`;
}

/**
 * The address that a service must hold for the caller's, who is not on loopback just because this server is; empty for
 * one on this machine.
 *
 * The header may be the caller's own invention, unless this server listens on loopback only: then the caller is on
 * this machine, or came through a proxy on it that says from where.
 * @param header value of `x-forwarded-for`
 * @param listensOn the host that this server listens on
 */
export function forwardedFor(header: string | null, listensOn = process.env.HOSTNAME ?? ''): string {
  const caller = header ?? 'unknown';
  return isLoopbackHost(listensOn) && isLoopbackHost(caller) ? '' : caller;
}
