/**
 * Passes calls on to the retrieval service, so that the browser needs one origin. In the compose stack the front
 * proxy does this and these lines stay idle. Who may write is retrieval's to decide.
 */
import type { NextRequest } from 'next/server';
import { BROWSER_HOST, isOwnName, unknownHost } from '../../../../../services/common/src/host-names.ts';
import { CLIENT_HEADER, forwardedFor } from '../../../../lib/server/client-header.ts';
import { sessionCookies } from '../../../../lib/server/passed-on.ts';
import { settings } from '../../../../lib/server/settings.ts';

export const dynamic = 'force-dynamic';

/** Request headers that mean something to the service; of the cookies, those of sessions. */
const PASSED_ON = [
  'accept',
  'authorization',
  'if-none-match',
  'last-event-id',
  'x-request-id',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
];
/** What a writing call needs beside them: its form, and where it comes from. */
const PASSED_ON_BY_WRITES = ['content-length', 'content-type', 'origin'];
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
  const host = request.headers.get('host') ?? '';
  if (!isOwnName(host, settings().hosts)) return problem(403, 'permission_denied', unknownHost(host));
  const headers = new Headers();
  // What the browser asked for: `fetch` puts the service's own name into Host.
  headers.set(BROWSER_HOST, host);
  const cookie = sessionCookies(request.headers.get('cookie'));
  if (cookie !== '') headers.set('cookie', cookie);
  for (const name of passedOn) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const client = forwardedFor(request.headers.get(CLIENT_HEADER));
  if (client !== '') {
    headers.set('x-forwarded-for', client);
    // Next fills this in itself; retrieval marks cookies by it.
    headers.set('x-forwarded-proto', request.headers.get('x-forwarded-proto') ?? 'http');
  }
  let upstream: Response;
  try {
    upstream = await fetch(`${settings().retrievalHttp}${pathname}${search}`, {
      method: request.method,
      headers,
      body: request.body,
      // Streamed: the whole book is never in memory.
      duplex: 'half',
      signal: request.signal,
      cache: 'no-store',
      redirect: 'manual',
    } as RequestInit);
  } catch {
    return problem(503, 'unavailable', 'The retrieval service does not answer.', { 'retry-after': '1' });
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

/** Problem details (RFC 9457). */
function problem(
  status: number,
  code: string,
  detail: string,
  headers: Record<string, string> = {},
): Response {
  const title = status === 503 ? 'Not available at the moment' : 'Not allowed';
  return Response.json(
    { title, status, code, detail },
    {
      status,
      headers: {
        'content-type': 'application/problem+json',
        'cross-origin-resource-policy': 'same-origin',
        ...headers,
      },
    },
  );
}
