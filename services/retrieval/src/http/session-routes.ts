/** Signing in and out: a secret shown once becomes a cookie. */
import { LibTrailsError } from '@libtrails/common/errors';
import { httpCaller } from '@libtrails/common/http-server';
import express, { type Request, type Response, type Router } from 'express';
import { type Access, COOKIES, type Session } from '../access/access.ts';
import { parseRequest } from '../requests/parse.ts';
import { signInRequest } from '../requests/requests.ts';
import { requireOwnPage } from './guard.ts';

const MAX_BODY = '4kb';

/** Adds the routes; they stand before the right to read is asked for. */
export function sessionRoutes(router: Router, access: Access): void {
  const body = [
    express.json({ limit: MAX_BODY }),
    express.urlencoded({ limit: MAX_BODY, extended: false, parameterLimit: 10 }),
  ];
  router.get('/session', (request, response) => {
    const caller = httpCaller(request);
    response.setHeader('cache-control', 'no-store').json({
      read: allowed(() => access.requireReader(caller)),
      write: allowed(() => access.requireWriter(caller, { cookies: true })),
      signedIn: access.roleOf(caller) !== undefined,
    });
  });
  router.post('/session', ...body, (request, response) => {
    requireOwnPage(request);
    const byForm = request.is('urlencoded') !== false;
    const { secret, next } = parseRequest(signInRequest, request.body ?? {});
    response.setHeader('cache-control', 'no-store');
    try {
      for (const session of access.signIn(secret, httpCaller(request))) setCookie(request, response, session);
    } catch (error) {
      if (!byForm || !(error instanceof LibTrailsError)) throw error;
      response.redirect(303, `/login?${new URLSearchParams({ refused: error.code, next: ownPath(next) })}`);
      return;
    }
    if (byForm) response.redirect(303, ownPath(next));
    else response.status(204).end();
  });
  router.delete('/session', (request, response) => {
    requireOwnPage(request);
    for (const name of Object.values(COOKIES)) response.clearCookie(name, { path: '/' });
    access.signOut(httpCaller(request));
    response.setHeader('cache-control', 'no-store').status(204).end();
  });
}

/**
 * No script reads the cookies. The writer's never comes along from another site; the reader's comes along where
 * somebody follows a link to a passage.
 */
function setCookie(request: Request, response: Response, { role, value, maxAgeS }: Session): void {
  response.cookie(COOKIES[role], value, {
    httpOnly: true,
    sameSite: role === 'writer' ? 'strict' : 'lax',
    secure: request.secure || request.get('x-forwarded-proto') === 'https',
    path: '/',
    maxAge: maxAgeS * 1_000,
  });
}

/** A path of this site, or "/": a link to the login page must not lead a reader elsewhere ("open redirect"). */
export function ownPath(next: string): string {
  const base = 'http://here.invalid';
  if (!next.startsWith('/') || !URL.canParse(next, base)) return '/';
  const { origin, pathname, search, hash } = new URL(next, base);
  return origin === base && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/';
}

function allowed(ask: () => unknown): boolean {
  try {
    ask();
    return true;
  } catch {
    return false;
  }
}
