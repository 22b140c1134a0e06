/**
 * Who a client is, decided in one place for the HTTP API, gRPC and the web server: from the address of the socket and
 * the proxies that the operator trusts to name others. The front end takes this file as it is.
 */
import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';
import proxyAddr from 'proxy-addr';

/** How long addresses of proxies are cached, and how often an unknown peer starts another lookup. */
const LOOKUP_MS = 30_000;
const RETRY_MS = 2_000;

type Trust = (address: string) => boolean;
type Lookup = (name: string) => Promise<readonly string[]>;

const lookupAll: Lookup = async (name) => (await lookup(name, { all: true })).map(({ address }) => address);

/** 127.0.0.0/8 and ::1; with the private networks (RFC 1918, RFC 4193). IPv4-mapped forms count as IPv4. */
const loopback = compile(['loopback']);
const near = compile(['loopback', 'uniquelocal']);

function compile(networks: string[]): Trust {
  const trusts = proxyAddr.compile(networks);
  return (address) => isIP(address) !== 0 && trusts(address, 0);
}

/** "1.2.3.4" of "::ffff:1.2.3.4", "1.2.3.4:80" (gRPC peers) and "[::1]:80". */
export function plainAddress(peer: string): string {
  const bare = /^\[([^\]]*)\](?::\d+)?$/.exec(peer)?.[1] ?? peer.replace(/^([\d.]+):\d+$/, '$1');
  return bare.replace(/^::ffff:(?=\d+\.)/i, '');
}

/** Returns true for addresses of this machine in every form the transports use, Unix sockets included. */
export function isLoopback(peer: string): boolean {
  return peer.startsWith('unix:') || loopback(plainAddress(peer));
}

/** Returns true for this machine and private networks. */
export function isNear(peer: string): boolean {
  return near(plainAddress(peer));
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

/**
 * Headers that proxies, tunnels and content delivery networks add: RFC 7239 (Forwarded), RFC 9110 (Via), RFC 8586
 * (CDN-Loop) and those in common use. A request with any of them, even empty, did not start on this machine.
 */
const FORWARDING =
  /^(?:forwarded|via|cdn-loop|x-forwarded(?:-.*)?|x-original-.*|x-real-ip|x-envoy-.*|(?:x-)?(?:cluster-|true-|azure-|fastly-)?client-?ip|(?:cf|do)-connecting-ip|cf-ray|tailscale-.*)$/i;

export function isForwarded(headers: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(headers).some((name) => FORWARDING.test(name));
}

export interface Client {
  /** Address that limits count by: the peer's, or what trusted proxies say. */
  address: string;
  /** The client runs on this machine, as far as can be told. */
  local: boolean;
}

/**
 * Returns who sent a request. "This machine" is a peer on loopback that is no trusted proxy, without any forwarding
 * header; a trusted proxy on loopback acts for others even if it names no client.
 * @param peer address of the socket as the transport reports it
 * @param headers of the request, names in lower case
 */
export function identifyClient(
  peer: string,
  headers: Readonly<Record<string, unknown>>,
  proxies: TrustedProxies,
): Client {
  return {
    address: proxies.clientOf(peer, headers['x-forwarded-for']?.toString()),
    local: isLoopback(peer) && !isForwarded(headers) && !proxies.mayTrust(peer),
  };
}

export class TrustedProxies {
  readonly #names: readonly string[];
  readonly #fixed: Trust;
  readonly #lookup: Lookup;
  #found: ReadonlySet<string> = new Set();
  /** Names without an address so far. */
  #unknown: number;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | undefined;

  /**
   * @param setting addresses, networks (10.0.0.0/8) and host names, separated by commas; names are looked up regularly
   * @throws Error if a network can't be read
   */
  constructor(setting: string, lookupName: Lookup = lookupAll) {
    const all = setting.split(/[\s,]+/).filter((part) => part !== '');
    const fixed = all.filter((part) => isIP(part) !== 0 || part.includes('/'));
    try {
      this.#fixed = compile(fixed.map(plainAddress));
    } catch (cause) {
      throw new Error(`LIBTRAILS_TRUSTED_PROXIES=${setting}: ${(cause as Error).message}`, { cause });
    }
    this.#names = all.filter((part) => !fixed.includes(part));
    this.#unknown = this.#names.length;
    this.#lookup = lookupName;
    void this.refresh();
  }

  /** Returns the client of a request: the last address in the list that is not a trusted proxy's. */
  clientOf(peer: string, forwardedFor: string | undefined, now = performance.now()): string {
    const request = {
      socket: { remoteAddress: plainAddress(peer) },
      headers: { 'x-forwarded-for': forwardedFor },
    } as unknown as IncomingMessage;
    const chain = proxyAddr.all(request, (hop) => this.#trusts(plainAddress(hop), now)).map(plainAddress);
    // An entry that is not an address ends the chain: the client is the last hop with an address.
    const broken = chain.findIndex((hop, i) => i > 0 && isIP(hop) === 0);
    return chain.at(broken === -1 ? -1 : broken - 1) ?? '';
  }

  /** Returns true if this peer is a trusted proxy, or may be one whose name has no address yet. */
  mayTrust(peer: string, now = performance.now()): boolean {
    return this.#trusts(plainAddress(peer), now) || this.#unknown > 0;
  }

  #trusts(address: string, now: number): boolean {
    const known = this.#fixed(address) || this.#found.has(address);
    const age = now - this.#lookedAt;
    // A container that restarts may come back under another address.
    if (this.#names.length > 0 && age > (known ? LOOKUP_MS : RETRY_MS)) void this.refresh(now);
    return known;
  }

  /** Looks the names up, one lookup at a time. A name without an address adds no trusted proxy. */
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
    this.#found = new Set(all.flat().map(plainAddress));
    this.#unknown = all.filter((addresses) => addresses.length === 0).length;
  }
}
