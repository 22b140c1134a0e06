/**
 * Passes reading calls on to the retrieval service, so that the browser needs one origin. In the compose stack the
 * front proxy does this and these lines stay idle. Only GET: what writes has its own door and its own checks.
 */
import type { NextRequest } from 'next/server';
import { settings } from '../../../../lib/settings.ts';

export const dynamic = 'force-dynamic';

/** Request headers that mean something to the service. Cookies and credentials stay here. */
const PASSED_ON = ['accept', 'if-none-match', 'last-event-id', 'x-request-id'];
/** Answer headers that are about this connection, or about an encoding that `fetch` has already undone. */
const KEPT_BACK = ['connection', 'content-encoding', 'content-length', 'keep-alive', 'transfer-encoding'];

export async function GET(request: NextRequest): Promise<Response> {
  const { pathname, search } = request.nextUrl;
  const headers = new Headers();
  for (const name of PASSED_ON) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  // The caller is not on loopback just because this server is.
  headers.set('x-forwarded-for', request.headers.get('x-forwarded-for') ?? 'unknown');
  let upstream: Response;
  try {
    upstream = await fetch(`${settings().retrievalHttp}${pathname}${search}`, {
      headers,
      signal: request.signal,
      cache: 'no-store',
      redirect: 'manual',
    });
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
