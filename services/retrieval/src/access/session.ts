/** Signed sessions: what a browser holds after its user has shown the token or the password once. */
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export type Role = 'reader' | 'writer';

export interface ReadSession {
  role: Role;
  /** The same in both cookies of one sign-in. */
  id: string;
  /** Seconds since 1970. */
  expiresS: number;
}

/** A month; after that the secret is asked for again. In seconds. */
export const SESSION_S = 30 * 24 * 3_600;

/** Id of a sign-in, by which it can be ended: 128 random bits. */
export function newSessionId(): string {
  return randomBytes(16).toString('base64url');
}

/** The value of a session cookie: role, end, id, and an HMAC-SHA-256 over them (RFC 2104). Another key ends it. */
export function signSession({ role, expiresS, id }: ReadSession, key: Buffer): string {
  return `${role}.${expiresS}.${id}.${mac({ role, expiresS, id }, key)}`;
}

/** The session that a value holds, or undefined if it is forged, over, or nothing of ours. */
export function readSession(value: string | undefined, key: Buffer, nowS: number): ReadSession | undefined {
  const [, role, expires, id, given] =
    /^(reader|writer)\.(\d{1,12})\.([\w-]{22})\.([\w-]{43})$/.exec(value ?? '') ?? [];
  if (role === undefined || id === undefined || given === undefined) return undefined;
  const session = { role: role as Role, expiresS: Number(expires), id };
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(mac(session, key)))) return undefined;
  return session.expiresS > nowS ? session : undefined;
}

function mac({ role, expiresS, id }: ReadSession, key: Buffer): string {
  return createHmac('sha256', key)
    .update(`libtrails session 2 ${role} ${expiresS} ${id}`)
    .digest('base64url');
}
