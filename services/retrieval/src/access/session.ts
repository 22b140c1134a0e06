/** Signed sessions: what a browser holds after its user has shown the token or the password once. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export type Role = 'reader' | 'writer';

/** A month; after that the secret is asked for again. In seconds. */
export const SESSION_S = 30 * 24 * 3_600;

/**
 * The value of a session cookie: role, end, and an HMAC-SHA-256 over both (RFC 2104). Nothing is stored for it;
 * another key ends it.
 */
export function signSession(role: Role, expiresS: number, key: Buffer): string {
  return `${role}.${expiresS}.${mac(role, expiresS, key)}`;
}

/** The role that a value gives, or undefined if it is forged, over, or nothing of ours. */
export function readSession(value: string | undefined, key: Buffer, nowS: number): Role | undefined {
  const [, role, expires, given] = /^(reader|writer)\.(\d{1,12})\.([\w-]{43})$/.exec(value ?? '') ?? [];
  if (role === undefined || given === undefined) return undefined;
  const wanted = mac(role, Number(expires), key);
  if (!timingSafeEqual(Buffer.from(given), Buffer.from(wanted))) return undefined;
  return Number(expires) > nowS ? (role as Role) : undefined;
}

function mac(role: string, expiresS: number, key: Buffer): string {
  return createHmac('sha256', key).update(`libtrails session 1 ${role} ${expiresS}`).digest('base64url');
}
