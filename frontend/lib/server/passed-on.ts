/** What of a browser's request is handed on to the services. */

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
