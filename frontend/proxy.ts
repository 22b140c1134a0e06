/** What stands before every page: the name it is asked under, and headers; nothing is ever loaded from another origin. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NextRequest, NextResponse } from 'next/server';
import { isOwnName, unknownHost } from '../services/common/src/host-names.ts';
import { contentSecurityPolicy, hashesFor, type ScriptHashes } from './lib/server/content-security-policy.ts';
import { PATH_HEADER } from './lib/server/passed-on.ts';
import { settings } from './lib/server/settings.ts';

/** Written by scripts/script-hashes.mjs after the build; there are no prerendered pages in development. */
const HASHES_FILE = join(process.cwd(), '.next', 'script-hashes.json');
let scriptHashes: ScriptHashes | undefined;

function knownHashes(): ScriptHashes {
  scriptHashes ??= existsSync(HASHES_FILE)
    ? (JSON.parse(readFileSync(HASHES_FILE, 'utf8')) as ScriptHashes)
    : {};
  return scriptHashes;
}

export function proxy(request: NextRequest): NextResponse {
  const host = request.headers.get('host') ?? '';
  if (!isOwnName(host, settings().hosts)) {
    return new NextResponse(unknownHost(host), { status: 403, headers: { 'content-type': 'text/plain' } });
  }
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const hashes = hashesFor(request.nextUrl.pathname, knownHashes());
  const policy = contentSecurityPolicy(nonce, hashes, process.env.NODE_ENV === 'development');
  const headers = new Headers(request.headers);
  // Next puts the nonce that it finds here on its own inline scripts.
  headers.set('content-security-policy', policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  response.headers.set('referrer-policy', 'same-origin');
  response.headers.set('x-content-type-options', 'nosniff');
  response.headers.set('cross-origin-opener-policy', 'same-origin');
  response.headers.set('cross-origin-resource-policy', 'same-origin');
  response.headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  return response;
}

export const config = {
  matcher: ['/((?!api/|_next/static/|icon\\.svg$|theme\\.js$).*)'],
};
