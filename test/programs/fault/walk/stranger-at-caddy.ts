/**
 * What a stranger tries at Caddy, the entry point of the compose stack: `node stranger-at-caddy.ts ADDRESS HTTP-PORT
 * INNER-PORT...` prints attempts as JSON. Inner ports are those that the stack publishes on loopback.
 */
import { Attempts } from './attempts.ts';
import { API, guessToken, tryEveryHttpDoor } from './http-attempts.ts';

const [address = '', http = '', ...published] = process.argv.slice(2);
const walk = new Attempts(address, Number(http));
/** Embedding, retrieval's two, web and Caddy's own door for its administrator. */
const INNER_PORTS = [50051, 8080, 50052, 3000, 2019];
/** More than ten seconds of what one client may ask for, and what is refilled while they are answered. */
const READS_AT_ONCE = 1_500;
const PAGE_METHODS_REFUSED = ['TRACE', 'POST', 'PUT', 'DELETE', 'PROPFIND'];

/** An address of its own each time, as every header would say it that is used for it. */
const comingFrom = (turn: number) => {
  const pretended = `203.0.113.${turn % 250}`;
  return { 'x-forwarded-for': pretended, 'x-real-ip': pretended, forwarded: `for=${pretended}` };
};

await tryEveryHttpDoor(walk, {
  // Caddy puts the name that was really asked in its place.
  forwardedName: [200],
  // The cover as it is: what its size says is no path to anything.
  cover: [200],
  tooLong: [431],
  noHttp: [400, 'closed', 'no answer'],
});
await walk.closed('inner ports by their own numbers', INNER_PORTS);
await walk.closed('inner ports as this stack publishes them on loopback', published.map(Number));

for (const path of [
  '//metrics',
  '/%6detrics',
  '/api/../metrics',
  `${API}/%2e%2e/%2e%2e/metrics`,
  `${API}//metrics`,
]) {
  await walk.http(`metrics as \`${path}\``, [404], walk.ask('GET', path));
}
for (const path of [
  '/_next/static/../../etc/passwd',
  '/_next/static/..%2f..%2fetc%2fpasswd',
  '/..%2f..%2fetc%2fpasswd',
  '/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
]) {
  await walk.http(`a file by path: \`${path}\``, [400, 403, 404], walk.ask('GET', path));
}

const evil = { host: 'evil.example' };
await walk.http('a page under a name of its own', [403, 421], walk.ask('GET', '/books', evil));
await walk.http(
  'the same, as if the web server had asked itself',
  [403, 421],
  walk.ask('GET', '/books', { ...evil, 'x-middleware-subrequest': Array(5).fill('proxy').join(':') }),
);
for (const method of PAGE_METHODS_REFUSED) {
  await walk.http(`${method} on a page`, [405], walk.ask(method, '/books'));
}
await walk.http('TRACE on the API', [404, 405], walk.ask('TRACE', `${API}/status`));
await walk.bytes(
  'CONNECT to an inner port',
  [400, 405],
  `CONNECT retrieval:50052 HTTP/1.1\r\nHost: retrieval:50052\r\n\r\n`,
);
await walk.http(
  'gRPC by HTTP/1.1',
  [404, 405],
  walk.ask('POST', '/libtrails.ingest.v1.IngestService/DeleteBook', { 'content-type': 'application/grpc' }),
);

await walk.http('a header of 40 KB', [431], walk.ask('GET', '/', { 'x-long': 'x'.repeat(40_000) }));
const large = 'x'.repeat(2_000_000);
await walk.http(
  '2 MB to sign in',
  [413],
  walk.ask('POST', `${API}/session`, { 'content-type': 'application/json' }, large),
);
await walk.http(
  '2 MB to a page',
  [413],
  walk.ask('GET', '/search', { 'content-length': String(large.length) }, large),
);

const smuggled = `GET ${API}/status HTTP/1.1\r\nHost: ${address}\r\n\r\n`;
for (const [what, headers, body] of [
  ['a length and chunks', 'Content-Length: 6\r\nTransfer-Encoding: chunked', '0\r\n\r\n'],
  ['two lengths', 'Content-Length: 2\r\nContent-Length: 3', '{}'],
  ['a coding that is none', 'Transfer-Encoding: xchunked', '0\r\n\r\n'],
  ['a coding twice', 'Transfer-Encoding: chunked, identity', '0\r\n\r\n'],
  ['a space before the colon', 'Transfer-Encoding : chunked', '0\r\n\r\n'],
] as const) {
  await walk.bytes(
    `a request behind a request: ${what}`,
    [400, 501],
    `POST ${API}/session HTTP/1.1\r\nHost: ${address}\r\n${headers}\r\n\r\n${body}${smuggled}`,
  );
}
await walk.slowHeaders('headers that never end', `GET / HTTP/1.1\r\nHost: ${address}\r\nX-Slow: `);

// Last, since from then on every secret from this address is refused.
await guessToken(walk, 'guess the token 12 times, each from an address of its own', comingFrom);

const statuses = await Promise.all(
  Array.from({ length: READS_AT_ONCE }, async (_, turn) => {
    const answer = await walk.ask('GET', `${API}/books?limit=1`, comingFrom(turn)).catch(() => undefined);
    return answer?.status ?? 0;
  }),
);
const count = (status: number) => statuses.filter((seen) => seen === status).length;
const [answered, limited] = [count(200), count(429)];
walk.note(
  `${READS_AT_ONCE} reads at once, each from an address of its own`,
  `${answered} answered, ${limited} times 429, ${READS_AT_ONCE - answered - limited} else`,
  limited > 0 && answered + limited === READS_AT_ONCE,
);
console.log(JSON.stringify(walk.all));
