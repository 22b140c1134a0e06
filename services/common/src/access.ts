/** Who calls, as far as the transport knows; what a caller may do is retrieval's to decide. */
import { createHash, timingSafeEqual } from 'node:crypto';

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Compares in time that depends neither on where the secrets differ nor on their lengths. */
export function sameSecret(given: string, wanted: string): boolean {
  return timingSafeEqual(sha256(given), sha256(wanted));
}

export interface Caller {
  /** Peer address as the transport reports it. */
  address: string;
  /** Address of the client itself: the peer's, or what a trusted proxy says. For limits, never for rights. */
  client: string;
  /** The caller runs on this machine (client-address.ts). */
  local: boolean;
  /** Value of the `authorization` header or metadata. */
  authorization: string | undefined;
  /** Value of the `cookie` header, or of the metadata in which the web server passes it on. */
  cookie: string | undefined;
}

/** The secret of `authorization: Bearer SECRET`. */
export function bearerOf({ authorization }: Pick<Caller, 'authorization'>): string | undefined {
  return /^Bearer\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1];
}

/** The password of `authorization: Basic`; the user's name does not matter. */
export function basicPasswordOf({ authorization }: Pick<Caller, 'authorization'>): string | undefined {
  const encoded = /^Basic\s+([A-Za-z0-9+/]+=*)\s*$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  return colon === -1 ? undefined : pair.slice(colon + 1);
}

/** One cookie of a `cookie` header. */
export function cookieOf({ cookie }: Pick<Caller, 'cookie'>, name: string): string | undefined {
  for (const pair of (cookie ?? '').split(';')) {
    const equals = pair.indexOf('=');
    if (equals !== -1 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return undefined;
}
