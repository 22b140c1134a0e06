/**
 * Names under which this machine may be asked. A site that points its own name at our address ("DNS rebinding")
 * makes a browser send it our answers as its own: only the Host header tells that it was not meant. The front end
 * takes this file as it is; it imports nothing but Node's own.
 */
import { isIP } from 'node:net';

/** Header in which the web server passes on the browser's Host; no page of another site can set it (CORS). */
export const BROWSER_HOST = 'x-libtrails-host';

/** Names that cannot be registered: special-use names (RFC 6761, 6762, 8375), ICANN's .internal, home routers' .lan. */
const LOCAL_SUFFIX = /(?:^|\.)(?:localhost|local|home\.arpa|internal|lan)$/;

/** The name in "name", "name:port", "[::1]:port" or "https://name:port", in lower case; empty if there is none. */
export function hostNameOf(authority: string): string {
  const plain = authority.trim().toLowerCase();
  const url = plain.includes('://') ? plain : `http://${plain}`;
  if (!URL.canParse(url)) return '';
  return new URL(url).hostname.replace(/\.$/, '');
}

/** The names of a setting such as "books.example.org, :80"; what names nothing is left out. */
export function hostNames(setting: string): string[] {
  return setting
    .split(/[\s,]+/)
    .map(hostNameOf)
    .filter((name) => name !== '');
}

/**
 * Returns whether a request with this Host header may be answered: an address (which cannot be rebound), a name of one
 * label or of a local network (which cannot be registered), or a configured name.
 */
export function isOwnName(host: string | undefined, own: readonly string[]): boolean {
  const name = hostNameOf(host ?? '');
  if (name === '') return false;
  if (isIP(name.replace(/^\[|\]$/g, '')) !== 0) return true;
  return !name.includes('.') || LOCAL_SUFFIX.test(name) || own.includes(name);
}

/** Error message for another name. */
export function unknownHost(host: string): string {
  return `This server is not known as ${JSON.stringify(host.slice(0, 100))}. If it should be, set LIBTRAILS_HOSTS to that name.`;
}
