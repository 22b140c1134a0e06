/** The embedding services that share bulk work. */
import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';

/**
 * Resolves addresses to endpoints.
 * @param addresses host:port, or several separated by commas
 * @returns host:port of each service: a name that stands for several machines (containers of one scaled service)
 *   gives each of them
 */
export async function endpointsOf(addresses: string): Promise<string[]> {
  const given = addresses.split(',').map((address) => address.trim());
  const resolved = await Promise.all(given.filter((address) => address !== '').map(resolve));
  return [...new Set(resolved.flat())];
}

async function resolve(address: string): Promise<string[]> {
  const [, host = '', port = ''] = /^\[?(.*?)\]?:(\d+)$/.exec(address) ?? [];
  if (host === '' || host === 'localhost' || isIP(host) !== 0) return [address];
  // A name that is not known (yet) is left to gRPC, which asks again.
  const found = await lookup(host, { all: true }).catch(() => []);
  // Both families of one machine are one service.
  const same = found.filter(({ family }) => family === found[0]!.family);
  if (same.length < 2) return [address];
  return same.map(({ address: ip, family }) => (family === 6 ? `[${ip}]:${port}` : `${ip}:${port}`));
}
