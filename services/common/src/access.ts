/** Who may write: the machine itself, or whoever presents the token. */
import { timingSafeEqual } from 'node:crypto';
import { LibTrailsError } from './errors.ts';

/** True for 127.0.0.0/8, ::1, their IPv4-mapped forms, and Unix sockets. */
export function isLoopback(address: string): boolean {
  const host = address.replace(/^\[?(?:::ffff:)?/i, '').replace(/\]?(?::\d+)?$/, '');
  return (
    /^127(?:\.\d{1,3}){3}$/.test(host) || /^\[?::1\]?(?::\d+)?$/.test(address) || address.startsWith('unix:')
  );
}

/** Compares in time that does not depend on where the strings differ. */
function sameSecret(given: string, wanted: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(wanted);
  return a.length === b.length && timingSafeEqual(a, b);
}

export interface Caller {
  /** Peer address as the transport reports it. */
  address: string;
  /** Value of the `authorization` header or metadata. */
  authorization: string | undefined;
  /** The request came through a proxy (it has a Forwarded or X-Forwarded-For header). */
  forwarded: boolean;
}

/**
 * Lets a writing call pass or throws `permission_denied`.
 * A caller on loopback passes without a token, unless a proxy on this machine brought it from elsewhere.
 */
export function requireWriter(caller: Caller, token: string | undefined): void {
  const given = /^Bearer\s+(.+)$/i.exec(caller.authorization ?? '')?.[1];
  if (given !== undefined && token !== undefined && sameSecret(given, token)) return;
  if (given === undefined && !caller.forwarded && isLoopback(caller.address)) return;
  throw new LibTrailsError(
    'permission_denied',
    token === undefined
      ? 'Writing from another machine is switched off. Set LIBTRAILS_TOKEN on the server and send it as "authorization: Bearer <token>".'
      : 'This call writes to the library. Send the token as "authorization: Bearer <LIBTRAILS_TOKEN>".',
  );
}
