/** What a stranger on the network tries: `node stranger.ts ADDRESS HTTP-PORT GRPC-PORT` prints attempts as JSON. */
import { request } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { status } from '@grpc/grpc-js';
import { loadContract } from '@libtrails/proto';
import { COOKIES } from '@libtrails/retrieval/access/access';

export interface Attempt {
  what: string;
  answer: string;
  /** The service did what it should: it refused, or answered what anybody may read. */
  held: boolean;
}

const PATIENCE_MS = 20_000;
const [address = '', http = '', grpc = ''] = process.argv.slice(2);
const api = '/api/v1';
const attempts: Attempt[] = [];

interface Answer {
  status: number;
  body: string;
}

function ask(method: string, path: string, headers: Record<string, string> = {}, body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { host: address, port: Number(http), method, path, headers, timeout: PATIENCE_MS };
    const call = request(options, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    call.on('timeout', () => call.destroy(new Error('no answer')));
    call.on('error', reject).end(body);
  });
}

/** Notes an attempt over HTTP that must end with one of these statuses, without a word from the machine's files. */
async function tryHttp(what: string, expected: number[], call: Promise<Answer>): Promise<void> {
  const answer = await call.catch((error: unknown) => ({ status: 0, body: String(error) }));
  const leaked = /root:.*:0:0:|BEGIN .*PRIVATE KEY|\n\s+at .*\.ts:\d+/.test(answer.body);
  const code = /"code":"(\w+)"/.exec(answer.body)?.[1] ?? '';
  const held = expected.includes(answer.status) && !leaked;
  attempts.push({ what, answer: `${answer.status || answer.body} ${code}`.trim(), held });
}

/** Bytes as they are; the first line of what comes back, or "closed". */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(http), address, () => socket.write(bytes, 'latin1'));
    let text = '';
    const end = () => {
      socket.destroy();
      resolve(text.split('\r\n')[0] || 'closed');
    };
    socket.setTimeout(PATIENCE_MS, () => {
      text ||= 'no answer';
      end();
    });
    socket.on('data', (piece) => (text += piece.toString('latin1')));
    socket.on('close', end).on('error', end);
  });
}

/** A method of gRPC with one empty message; its status. */
function callEmpty(path: string, token?: string): Promise<number> {
  return new Promise((resolve) => {
    const session = connectHttp2(`http://${address}:${grpc}`);
    let code = -1;
    const end = () => {
      clearTimeout(timer);
      session.destroy();
      resolve(code);
    };
    const timer = setTimeout(end, PATIENCE_MS);
    session.on('error', end);
    const headers = { ':method': 'POST', ':path': path, 'content-type': 'application/grpc', te: 'trailers' };
    const stream = session.request(
      token === undefined ? headers : { ...headers, authorization: `Bearer ${token}` },
    );
    const note = (fields: Record<string, unknown>) => {
      if (fields['grpc-status'] !== undefined) code = Number(fields['grpc-status']);
    };
    stream.on('response', note).on('trailers', note).on('error', end).on('close', end).resume();
    stream.end(Buffer.alloc(5));
  });
}

const form = { 'content-type': 'multipart/form-data; boundary=x' };
const upload =
  '--x\r\nContent-Disposition: form-data; name="f"; filename="../../evil.epub"\r\n\r\nPK\x03\x04\r\n--x--\r\n';
const own = `http://${address}:${http}`;

await tryHttp('read without a token (allowed)', [200], ask('GET', `${api}/status`));
await tryHttp('delete a book', [403], ask('DELETE', `${api}/books/1`));
await tryHttp('upload a book', [403], ask('POST', `${api}/books`, form, upload));
await tryHttp('retry a job', [403], ask('POST', `${api}/jobs/1/retry`));
await tryHttp('have a backup made', [403], ask('POST', `${api}/backups`));
for (const [name, headers] of [
  ['saying it comes from loopback (X-Forwarded-For)', { 'x-forwarded-for': '127.0.0.1' }],
  ['saying it comes from loopback (Forwarded)', { forwarded: 'for=127.0.0.1' }],
  ['saying it comes from loopback (X-Real-IP)', { 'x-real-ip': '127.0.0.1' }],
  ['as if from a page of ours', { origin: own, 'sec-fetch-site': 'same-origin' }],
  ['with an empty token', { authorization: 'Bearer ' }],
  ['with a forged session', { cookie: `${COOKIES.writer}=writer.9999999999.${'A'.repeat(43)}` }],
] as const) {
  await tryHttp(`delete a book, ${name}`, [401, 403], ask('DELETE', `${api}/books/1`, headers));
}
await tryHttp(
  'delete by POST with X-HTTP-Method-Override',
  [403, 404, 405],
  ask('POST', `${api}/books/1`, { 'x-http-method-override': 'DELETE' }),
);
await tryHttp(
  'a name of its own (DNS rebinding)',
  [403, 421],
  ask('GET', `${api}/books`, { host: 'evil.example' }),
);
await tryHttp(
  'a name of its own, forwarded',
  [403, 421],
  ask('GET', `${api}/books`, { 'x-forwarded-host': 'evil.example' }),
);
await tryHttp('metrics', [403, 404], ask('GET', '/metrics'));
for (const path of [
  '/../../etc/passwd',
  `${api}/../../../etc/passwd`,
  `${api}/books/..%2f..%2fetc%2fpasswd`,
  `${api}/books/1/cover?size=../../etc/passwd`,
  '/.env',
  '/access.json',
]) {
  await tryHttp(`a file by path: \`${path}\``, [400, 403, 404], ask('GET', path));
}
await tryHttp('SQL in a number', [400, 404], ask('GET', `${api}/books/1%20OR%201=1`));
await tryHttp(
  'SQL and FTS syntax in a query',
  [200, 400],
  ask('GET', `${api}/search?q=${encodeURIComponent('x" OR 1=1; DROP TABLE books; -- NEAR(*')}`),
);
await tryHttp(
  'a query of 100,000 characters',
  [400, 414, 431],
  ask('GET', `${api}/search?q=${'x'.repeat(100_000)}`),
);
await tryHttp('a query of 2,001 characters', [400], ask('GET', `${api}/search?q=${'x'.repeat(2_001)}`));
await tryHttp('a header of 32 KiB', [431], ask('GET', `${api}/status`, { 'x-long': 'x'.repeat(32_768) }));
await tryHttp(
  'a form of signing in of 1 MiB',
  [413],
  ask(
    'POST',
    `${api}/session`,
    { 'content-type': 'application/json' },
    `{"secret":"${'x'.repeat(1 << 20)}"}`,
  ),
);

for (const [what, bytes] of [
  ['bytes that are no HTTP', '\x16\x03\x01\x02\x00\r\n\r\n'],
  [
    'two lengths at once (request smuggling)',
    `POST ${api}/session HTTP/1.1\r\nHost: ${address}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  ['a request without Host', `GET ${api}/books HTTP/1.1\r\n\r\n`],
] as const) {
  const answer = await raw(bytes);
  attempts.push({ what, answer, held: /^HTTP\/1\.1 4\d\d|^closed$/.test(answer) });
}

const { definition } = loadContract<object>('ingest');
const writing = Object.entries(definition)
  .filter(([name]) => name.endsWith('IngestService'))
  .flatMap(([, methods]) => Object.values(methods as unknown as Record<string, { path: string }>));
for (const { path } of writing) {
  const code = await callEmpty(path);
  const held = code === status.UNAUTHENTICATED || code === status.PERMISSION_DENIED;
  attempts.push({ what: `gRPC \`${path}\``, answer: status[code] ?? `closed (${code})`, held });
}
const wrong = await callEmpty(writing[0]!.path, 'wrong');
attempts.push({
  what: 'gRPC with a wrong token',
  answer: status[wrong] ?? `closed (${wrong})`,
  held: wrong === status.UNAUTHENTICATED || wrong === status.PERMISSION_DENIED,
});

// Last, since from then on nothing this stranger says is listened to.
const guesses: number[] = [];
for (let guess = 0; guess < 12; guess++) {
  const body = JSON.stringify({ secret: `guess-${guess}` });
  guesses.push((await ask('POST', `${api}/session`, { 'content-type': 'application/json' }, body)).status);
}
attempts.push({
  what: 'guess the token 12 times',
  answer: guesses.join(' '),
  held:
    guesses.slice(0, 5).every((code) => code === 401 || code === 403) &&
    guesses.slice(6).every((code) => code === 429),
});
console.log(JSON.stringify(attempts));
