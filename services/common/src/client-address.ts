/** The client behind proxies that are trusted to name it. What anybody else writes into X-Forwarded-For is ignored. */
import { lookup } from 'node:dns/promises';
import { isIPv4, isIPv6 } from 'node:net';

/** How long looked-up addresses of proxies are believed, and how often an unknown peer starts a new look. */
const LOOKUP_MS = 30_000;
const RETRY_MS = 2_000;

type Lookup = (name: string) => Promise<readonly string[]>;

const lookupAll: Lookup = async (name) => (await lookup(name, { all: true })).map(({ address }) => address);

/** "1.2.3.4" of "::ffff:1.2.3.4", "1.2.3.4:80" (gRPC peers) and "[::1]:80". */
export function plainAddress(peer: string): string {
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(peer)?.[1] ?? peer.replace(/^([\d.]+):\d+$/, '$1');
  return bare.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** What limits count by: the address, or the /64 of an IPv6 address, which one household has to itself. */
export function limitKey(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('::');
  const groups = head.split(':').filter((g) => g !== '');
  if (tail !== undefined) {
    const rest = tail.split(':').filter((g) => g !== '');
    while (groups.length + rest.length < 8) groups.push('0');
    groups.push(...rest);
  }
  return `${groups
    .slice(0, 4)
    .map((g) => g.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':')}::/64`;
}

export class TrustedProxies {
  readonly #names: readonly string[];
  readonly #fixed: ReadonlySet<string>;
  readonly #lookup: Lookup;
  #found: ReadonlySet<string> = new Set();
  #lookedAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | undefined;

  /** @param setting addresses and host names, separated by commas; names are looked up now and then */
  constructor(setting: string, lookupName: Lookup = lookupAll) {
    const all = setting.split(/[\s,]+/).filter((part) => part !== '');
    this.#fixed = new Set(all.filter((part) => isIPv4(part) || isIPv6(part)));
    this.#names = all.filter((part) => !this.#fixed.has(part));
    this.#lookup = lookupName;
    void this.refresh();
  }

  /** The client of a request: the last address in the list that is not a trusted proxy's. */
  clientOf(peer: string, forwardedFor: string | undefined, now = performance.now()): string {
    let client = plainAddress(peer);
    if (forwardedFor === undefined) return client;
    for (const hop of forwardedFor.split(',').reverse()) {
      if (!this.#trusts(client, now)) return client;
      const address = plainAddress(hop.trim());
      if (!isIPv4(address) && !isIPv6(address)) return client;
      client = address;
    }
    return client;
  }

  #trusts(address: string, now: number): boolean {
    const known = this.#fixed.has(address) || this.#found.has(address);
    const age = now - this.#lookedAt;
    // A container that restarts may come back under another address.
    if (this.#names.length > 0 && age > (known ? LOOKUP_MS : RETRY_MS)) void this.refresh(now);
    return known;
  }

  /** Looks the names up; a name without an address trusts nobody. One look at a time. */
  refresh(now = performance.now()): Promise<void> {
    if (this.#names.length === 0) return Promise.resolve();
    this.#looking ??= this.#look(now).finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #look(now: number): Promise<void> {
    this.#lookedAt = now;
    const all = await Promise.all(this.#names.map((name) => this.#lookup(name).catch(() => [])));
    this.#found = new Set(all.flat());
  }
}
