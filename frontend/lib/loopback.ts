/** Addresses of this very machine. Pure. */

/** True for localhost, 127.0.0.0/8, ::1 and their IPv4-mapped forms; a list of addresses is none. */
export function isLoopbackHost(host: string): boolean {
  return /^(?:localhost|(?:::ffff:)?127(?:\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}
