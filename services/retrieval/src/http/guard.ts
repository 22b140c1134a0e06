/** What stands before the routes: limits of the client, the right to read, the right to write. */
import type { Caller } from '@libtrails/common/access';
import { LibTrailsError } from '@libtrails/common/errors';
import { BROWSER_HOST } from '@libtrails/common/host-names';
import { httpCaller } from '@libtrails/common/http-server';
import type { Request, RequestHandler } from 'express';
import type { Access } from '../access/access.ts';
import type { ClientLimits } from '../access/client-limits.ts';

/** Refuses a client that asks for too much. */
export function withinLimits(limits: ClientLimits): RequestHandler {
  return (request, response, next) => {
    const leave = limits.enter(httpCaller(request));
    response.on('close', leave);
    next();
  };
}

/** Lets pass who may read; with a password no proxy may keep what one reader got for the next. */
export function onlyReaders(access: Access): RequestHandler {
  return (request, response, next) => {
    access.requireReader(httpCaller(request));
    if (!access.openToRead) response.setHeader('vary', 'authorization, cookie');
    next();
  };
}

/**
 * Lets pass who may write. A browser sends cookies, and calls from this machine, for any page that makes it:
 * those must come from a page of ours.
 */
export function onlyWriters(access: Access): RequestHandler {
  return (request, _response, next) => {
    const caller: Caller = httpCaller(request);
    const proof = access.requireWriter(caller, { cookies: true });
    if (proof !== 'secret') requireOwnPage(request);
    next();
  };
}

/**
 * Refuses what a page of another origin sends. Every browser since 2023 says in Sec-Fetch-Site where a request
 * comes from, all since 2020 say it in Origin when something is written; what sends neither is no browser.
 * @throws LibTrailsError permission_denied
 */
export function requireOwnPage(request: Request): void {
  const site = request.get('sec-fetch-site');
  const origin = request.get('origin');
  if (site !== undefined ? site === 'same-origin' : origin === undefined || isOwnOrigin(origin, request))
    return;
  throw new LibTrailsError(
    'permission_denied',
    'A page of another site may not do this. A program sends the token as "authorization: Bearer <token>".',
  );
}

/** Is it the origin under which the browser asked us? */
function isOwnOrigin(origin: string, request: Request): boolean {
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return ['host', 'x-forwarded-host', BROWSER_HOST].some((name) => request.get(name)?.toLowerCase() === host);
}
