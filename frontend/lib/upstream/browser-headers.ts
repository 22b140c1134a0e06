/** What the services must know of the browser that a page is made for. Server only. */
import { headers } from 'next/headers';
import { CLIENT_HEADER, forwardedFor } from '../server/client-header.ts';
import { PATH_HEADER, sessionCookies } from '../server/passed-on.ts';

export interface BrowserHeaders {
  cookie: string;
  /** Empty for a browser on this machine. */
  forwardedFor: string;
  requestId: string;
  /** Path and query of the page. */
  path: string;
}

/** Headers of a request to retrieval's HTTP API on behalf of the browser. */
export function inItsName({ cookie, forwardedFor, requestId }: BrowserHeaders): Record<string, string> {
  return {
    ...(cookie === '' ? {} : { cookie }),
    ...(forwardedFor === '' ? {} : { 'x-forwarded-for': forwardedFor }),
    ...(requestId === '' ? {} : { 'x-request-id': requestId }),
  };
}

/** Read off the request that is being answered; what is not there is empty. */
export async function browserHeaders(): Promise<BrowserHeaders> {
  const given = await headers();
  return {
    cookie: sessionCookies(given.get('cookie')),
    forwardedFor: forwardedFor(given.get(CLIENT_HEADER)),
    requestId: given.get('x-request-id') ?? '',
    path: given.get(PATH_HEADER) ?? '/',
  };
}
