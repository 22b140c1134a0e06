/**
 * Names under which this server may be asked. A site that points its own name at our address ("DNS rebinding")
 * makes a browser send it our pages as its own: only the Host header tells. The same rules as retrieval's. Pure.
 */

/** Names that no stranger can register: special-use names (RFC 6761, 6762, 8375), ICANN's .internal, home routers' .lan. */
const LOCAL_SUFFIX = /(?:^|\.)(?:localhost|local|home\.arpa|internal|lan)$/;
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/;

function nameOf(authority: string): string {
  const plain = authority.trim().toLowerCase();
  const url = plain.includes('://') ? plain : `http://${plain}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/\.$/, '') : '';
}

/** The names of a setting such as "books.example.org, :80"; what names nothing is left out. */
export function hostNames(setting: string): string[] {
  return setting
    .split(/[\s,]+/)
    .map(nameOf)
    .filter((name) => name !== '');
}

/** Addresses, names of one label and of local networks, and the names that were set. */
export function isOwnName(host: string | null, own: readonly string[]): boolean {
  const name = nameOf(host ?? '');
  if (name === '') return false;
  return ADDRESS.test(name) || !name.includes('.') || LOCAL_SUFFIX.test(name) || own.includes(name);
}

/** What is said to whoever asks for another name. */
export function unknownHost(host: string | null): string {
  return `This server is not known as ${JSON.stringify((host ?? '').slice(0, 100))}. If it should be, set LIBTRAILS_HOSTS to that name.`;
}
