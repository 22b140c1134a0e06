/**
 * Passes calls on to the retrieval service, so that the browser needs one origin. In the compose stack the front
 * proxy does this and these lines stay idle. Who may write is retrieval's to decide.
 */
import type { NextRequest } from 'next/server';
import { isLoopbackHost } from '../../../../lib/loopback.ts';
import { settings } from '../../../../lib/settings.ts';

export const dynamic = 'force-dynamic';

/** Request headers that mean something to the service. Cookies and credentials stay here. */
const PASSED_ON = ['accept', 'if-none-match', 'last-event-id', 'x-request-id'];
/** What a writing call needs beside them: its form, where it comes from, and the token. */
const PASSED_ON_BY_WRITES = ['authorization', 'content-length', 'content-type', 'origin'];
/** Answer headers that are about this connection, or about an encoding that `fetch` has already undone. */
const KEPT_BACK = ['connection', 'content-encoding', 'content-length', 'keep-alive', 'transfer-encoding'];

export function GET(request: NextRequest): Promise<Response> {
  return passOn(request, PASSED_ON);
}

export function POST(request: NextRequest): Promise<Response> {
  return passOn(request, [...PASSED_ON, ...PASSED_ON_BY_WRITES]);
}

export const DELETE = POST;

async function passOn(request: NextRequest, passedOn: readonly string[]): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  const headers = new Headers();
  for (const name of passedOn) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  // The caller is not on loopback just because this server is.
  const caller = request.headers.get('x-forwarded-for') ?? 'unknown';
  if (!isOnThisMachine(caller)) headers.set('x-forwarded-for', caller);
  let upstream: Response;
  try {
    upstream = await fetch(`${settings().retrievalHttp}${pathname}${search}`, {
      method: request.method,
      headers,
      body: request.body,
      // A book is passed on as it comes: it never stands in memory whole.
      duplex: 'half',
      signal: request.signal,
      cache: 'no-store',
      redirect: 'manual',
    } as RequestInit);
  } catch {
    return Response.json(
      {
        title: 'Not available at the moment',
        status: 503,
        code: 'unavailable',
        detail: 'The retrieval service does not answer.',
      },
      { status: 503, headers: { 'content-type': 'application/problem+json', 'retry-after': '1' } },
    );
  }
  const answer = new Headers(upstream.headers);
  for (const name of KEPT_BACK) answer.delete(name);
  // A compressing server would hold events back until its buffer is full.
  if (answer.get('content-type')?.startsWith('text/event-stream')) {
    answer.set('cache-control', 'no-cache, no-transform');
  }
  // A cover may be any file from a book: it must never be run.
  answer.set('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  answer.set('x-content-type-options', 'nosniff');
  const empty = upstream.status === 204 || upstream.status === 304;
  return new Response(empty ? null : upstream.body, { status: upstream.status, headers: answer });
}

/**
 * The header may be the caller's own invention, unless this server listens on loopback only: then the caller is on
 * this machine, or came through a proxy on it that says from where.
 */
function isOnThisMachine(caller: string): boolean {
  return isLoopbackHost(process.env.HOSTNAME ?? '') && isLoopbackHost(caller);
}
