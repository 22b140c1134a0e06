/** What an attacker tries over HTTP, at retrieval itself or at Caddy before it. */
import { COOKIES } from '@libtrails/retrieval/access/access';
import type { Attempts } from './attempts.ts';

export const API = '/api/v1';

const JSON_TYPE = { 'content-type': 'application/json' };
export const UPLOAD_HEADERS = { 'content-type': 'multipart/form-data; boundary=x' };
export const UPLOAD =
  '--x\r\nContent-Disposition: form-data; name="f"; filename="../../evil.epub"\r\n\r\nPK\x03\x04\r\n--x--\r\n';

/** Answers that differ between the two by design. */
export interface Door {
  /** Another name as `X-Forwarded-Host`: refused, or replaced by the real one. */
  forwardedName: readonly number[];
  /** A cover with a path for its size: no such book, or its cover, since the path means nothing. */
  cover: readonly number[];
  /** More in a header than is taken; 0: the connection ends while it is still being sent, its answer unread. */
  tooLong: readonly number[];
  /** Bytes that are no HTTP. */
  noHttp: readonly (number | 'closed' | 'no answer')[];
}

export async function tryEveryHttpDoor(walk: Attempts, door: Door): Promise<void> {
  await tryWriting(walk);
  await tryNames(walk, door);
  await tryPaths(walk, door);
  await tryTooMuch(walk, door);
  await walk.bytes('bytes that are no HTTP', door.noHttp, '\x16\x03\x01\x02\x00\r\n\r\n');
  await walk.bytes(
    'two lengths at once (request smuggling)',
    [400, 'closed'],
    `POST ${API}/session HTTP/1.1\r\nHost: ${walk.address}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  );
  await walk.bytes('a request without Host', [400, 'closed'], `GET ${API}/books HTTP/1.1\r\n\r\n`);
}

async function tryWriting(walk: Attempts): Promise<void> {
  await walk.http('read without a token (allowed)', [200], walk.ask('GET', `${API}/status`));
  await walk.http('delete a book', [403], walk.ask('DELETE', `${API}/books/1`));
  await walk.http('upload a book', [403], walk.ask('POST', `${API}/books`, UPLOAD_HEADERS, UPLOAD));
  await walk.http('retry a job', [403], walk.ask('POST', `${API}/jobs/1/retry`));
  await walk.http('have a backup made', [403], walk.ask('POST', `${API}/backups`));
  await tryWritingAs(walk, 'with an empty X-Forwarded-For', { 'x-forwarded-for': '' });
  await tryWritingAs(walk, 'with Forwarded alone', { forwarded: 'for=203.0.113.9' });
  const own = `http://${walk.address}:${walk.port}`;
  for (const [name, headers] of [
    ['saying it comes from loopback (X-Forwarded-For)', { 'x-forwarded-for': '127.0.0.1' }],
    ['saying it comes from loopback (Forwarded)', { forwarded: 'for=127.0.0.1' }],
    ['saying it comes from loopback (X-Real-IP)', { 'x-real-ip': '127.0.0.1' }],
    ['as if from a page of ours', { origin: own, 'sec-fetch-site': 'same-origin' }],
    ['with an empty token', { authorization: 'Bearer ' }],
    ['with a forged session', { cookie: `${COOKIES.writer}=writer.9999999999.${'A'.repeat(43)}` }],
  ] as const) {
    await walk.http(
      `delete a book, ${name}`,
      [401, 403],
      walk.ask('DELETE', `${API}/books/1`, { ...headers }),
    );
  }
  await walk.http(
    'delete by POST with X-HTTP-Method-Override',
    [403, 404, 405],
    walk.ask('POST', `${API}/books/1`, { 'x-http-method-override': 'DELETE' }),
  );
}

/** Everything that writes, with these headers. */
export async function tryWritingAs(
  walk: Attempts,
  how: string,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const upload = { ...UPLOAD_HEADERS, ...headers };
  await walk.http(`${how}: delete a book`, [403], walk.ask('DELETE', `${API}/books/1`, headers));
  await walk.http(`${how}: upload a book`, [403], walk.ask('POST', `${API}/books`, upload, UPLOAD));
  await walk.http(`${how}: a backup`, [403], walk.ask('POST', `${API}/backups`, headers));
}

async function tryNames(walk: Attempts, door: Door): Promise<void> {
  const evil = 'evil.example';
  await walk.http(
    'a name of its own (DNS rebinding)',
    [403, 421],
    walk.ask('GET', `${API}/books`, { host: evil }),
  );
  await walk.http(
    'a name of its own, forwarded',
    door.forwardedName,
    walk.ask('GET', `${API}/books`, { 'x-forwarded-host': evil }),
  );
}

async function tryPaths(walk: Attempts, door: Door): Promise<void> {
  await walk.http('metrics', [403, 404], walk.ask('GET', '/metrics'));
  const gone = [400, 403, 404];
  for (const [path, expected] of [
    ['/../../etc/passwd', gone],
    [`${API}/../../../etc/passwd`, gone],
    [`${API}/books/..%2f..%2fetc%2fpasswd`, gone],
    [`${API}/books/1/cover?size=../../etc/passwd`, door.cover],
    ['/.env', gone],
    ['/access.json', gone],
  ] as const) {
    await walk.http(`a file by path: \`${path}\``, expected, walk.ask('GET', path));
  }
  await walk.http('SQL in a number', [400, 404], walk.ask('GET', `${API}/books/1%20OR%201=1`));
  const query = encodeURIComponent('x" OR 1=1; DROP TABLE books; -- NEAR(*');
  await walk.http('SQL and FTS syntax in a query', [200, 400], walk.ask('GET', `${API}/search?q=${query}`));
}

async function tryTooMuch(walk: Attempts, { tooLong }: Door): Promise<void> {
  const search = (length: number) => walk.ask('GET', `${API}/search?q=${'x'.repeat(length)}`);
  await walk.http('a query of 100,000 characters', [400, 414, ...tooLong], search(100_000));
  await walk.http('a query of 2,001 characters', [400], search(2_001));
  await walk.http(
    'a header of 32 KiB',
    tooLong,
    walk.ask('GET', `${API}/status`, { 'x-long': 'x'.repeat(32_768) }),
  );
  await walk.http(
    'a form of signing in of 1 MiB',
    [413],
    walk.ask('POST', `${API}/session`, JSON_TYPE, `{"secret":"${'x'.repeat(1 << 20)}"}`),
  );
}

/**
 * Guesses the token 12 times. From the sixth guess on, every secret from this address is refused.
 * @param headersOf of each guess
 */
export async function guessToken(
  walk: Attempts,
  what: string,
  headersOf: (guess: number) => Readonly<Record<string, string>> = () => ({}),
): Promise<void> {
  const statuses: number[] = [];
  for (let guess = 0; guess < 12; guess++) {
    const body = JSON.stringify({ secret: `guess-${guess}` });
    const headers = { ...JSON_TYPE, ...headersOf(guess) };
    statuses.push((await walk.ask('POST', `${API}/session`, headers, body)).status);
  }
  // Wrong tokens of attempts before this one count as well.
  const first = statuses.indexOf(429);
  const refused = statuses.slice(0, first).every((status) => status === 401 || status === 403);
  const limited = first >= 0 && first <= 5 && statuses.slice(first).every((status) => status === 429);
  walk.note(what, statuses.join(' '), refused && limited);
}
