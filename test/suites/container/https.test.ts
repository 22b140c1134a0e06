/** The compose stack in a network: HTTPS by Caddy's own authority, gRPC over TLS, uploads at the limit. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type ChannelCredentials, credentials, Metadata, status } from '@grpc/grpc-js';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/ingest';
import { waitUntil } from '../../../infra/stack/health.ts';
import { ComposeStack } from '../../compose-stack.ts';
import { STARTER_SHELF } from '../../test-stack.ts';

/** A name for which Caddy uses its own authority (https://caddyserver.com/docs/automatic-https#local-https). */
const SITE = 'books.internal';
const TOKEN = 'a-token-for-the-test';
const BOOK = join(STARTER_SHELF, 'by-log-and-lead.epub');
const MIB = 1024 * 1024;
const UPLOAD_LIMIT = 100 * MIB;
const INDEX_TIMEOUT_MS = 300_000;

const engine = spawnSync('docker', ['info'], { stdio: 'ignore' }).status === 0;
const openssl = spawnSync('openssl', ['version'], { stdio: 'ignore' }).status === 0;
const skip = !engine ? 'no Docker engine answers' : !openssl ? 'openssl is not installed' : false;
const certificates = mkdtempSync(join(tmpdir(), 'libtrails-certificates-'));
const stack = await ComposeStack.prepare({
  project: 'libtrails-https-test',
  files: ['infra/docker/grpc-tls.yml'],
  env: {
    LIBTRAILS_SITE: SITE,
    LIBTRAILS_HOSTS: '',
    LIBTRAILS_TOKEN: TOKEN,
    LIBTRAILS_PASSWORD: '',
    LIBTRAILS_CERTS: certificates,
  },
});
let authority: Buffer;
let grpcAuthority: Buffer;

before(async () => {
  if (skip !== false) return;
  grpcAuthority = makeCertificates();
  copyFileSync(BOOK, join(stack.books, 'book.epub'));
  stack.up();
  authority = Buffer.from(
    stack.compose('exec', '-T', 'caddy', 'cat', '/data/caddy/pki/authorities/local/root.crt'),
  );
  await waitUntil(
    'The book',
    async () => JSON.parse((await ask('GET', '/api/v1/status')).body || '{}').counts?.books === 1,
    INDEX_TIMEOUT_MS,
  );
});
after(() => {
  if (skip === false) stack.down();
  rmSync(certificates, { recursive: true });
});

/** An authority, and a certificate of its for the names that the services use. */
function makeCertificates(): Buffer {
  const at = (name: string) => join(certificates, name);
  const run = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  run('req', '-x509', ...key, '-subj', '/CN=authority', '-keyout', at('ca.key'), '-out', at('ca.crt'));
  const names = 'subjectAltName=DNS:retrieval,DNS:localhost';
  const signed = ['-CA', at('ca.crt'), '-CAkey', at('ca.key'), '-addext', names];
  run(
    'req',
    '-x509',
    ...key,
    ...signed,
    '-subj',
    '/CN=retrieval',
    '-keyout',
    at('grpc.key'),
    '-out',
    at('grpc.crt'),
  );
  rmSync(at('ca.key'));
  chmodSync(certificates, 0o755);
  chmodSync(at('grpc.key'), 0o644);
  return execFileSync('cat', [at('ca.crt')]);
}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

interface Sent {
  headers?: Record<string, string>;
  body?: Iterable<Buffer> | string;
  ca?: Buffer | undefined;
}

function ask(
  method: string,
  path: string,
  { headers = {}, body = '', ca = authority }: Sent = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const to = { host: '127.0.0.1', port: stack.ports.https, servername: SITE, ca, agent: false as const };
    const call = httpsRequest({ ...to, method, path, headers: { host: SITE, ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    // A server that refuses a body closes while it is still being sent.
    call.on('error', reject);
    if (typeof body === 'string') call.end(body);
    else {
      for (const piece of body) call.write(piece);
      call.end();
    }
  });
}

test('a browser is led from HTTP to HTTPS, whose certificate its authority vouches for', {
  skip,
}, async () => {
  const call = httpRequest({
    host: '127.0.0.1',
    port: stack.ports.http,
    path: '/books',
    headers: { host: SITE },
  });
  const [redirect] = (await once(call.end(), 'response')) as [IncomingMessage];
  redirect.resume();
  assert.equal(redirect.statusCode, 308);
  assert.match(redirect.headers.location ?? '', new RegExp(`^https://${SITE}`));
  assert.equal((await ask('GET', '/api/v1/status')).status, 200);
  const page = await ask('GET', '/books');
  assert.equal(page.status, 200);
  assert.match(page.body, /By Log and Lead/);
  await assert.rejects(ask('GET', '/api/v1/status', { ca: Buffer.from('') }), /certificate|issuer/i);
});

test('over HTTPS writing needs sign-in, by cookies that never leave HTTPS', {
  skip,
}, async () => {
  const page = { origin: `https://${SITE}`, 'sec-fetch-site': 'same-origin' };
  const remove = (headers: Record<string, string>) => ask('DELETE', '/api/v1/books/999', { headers });
  assert.equal((await remove(page)).status, 403);
  for (const forged of ['x-forwarded-for', 'x-real-ip', 'forwarded']) {
    assert.equal((await remove({ ...page, [forged]: '' })).status, 403, forged);
    assert.equal((await remove({ ...page, [forged]: '127.0.0.1' })).status, 403, forged);
  }
  const signedIn = await ask('POST', '/api/v1/session', {
    headers: { ...page, 'content-type': 'application/json' },
    body: JSON.stringify({ secret: TOKEN }),
  });
  assert.equal(signedIn.status, 204);
  const cookies = signedIn.headers['set-cookie'] ?? [];
  assert.equal(cookies.length, 2);
  for (const cookie of cookies) assert.match(cookie, /; Secure/);
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
  assert.equal((await remove({ ...page, cookie })).status, 404);
  assert.equal((await ask('DELETE', '/api/v1/session', { headers: { ...page, cookie } })).status, 204);
  assert.equal((await remove({ ...page, cookie })).status, 403);
});

/** DeleteBook of a book that is not there; its status. */
function removeByGrpc(how: ChannelCredentials, token?: string): Promise<number> {
  const { IngestService } = loadContract<ProtoGrpcType>('ingest').grpc.libtrails.ingest.v1;
  const client = new IngestService(`localhost:${stack.ports.retrievalGrpc}`, how);
  const metadata = new Metadata();
  if (token !== undefined) metadata.set('authorization', `Bearer ${token}`);
  return new Promise((resolve) => {
    client.deleteBook({ bookId: 999 }, metadata, { deadline: Date.now() + 5_000 }, (error) => {
      client.close();
      resolve(error?.code ?? status.OK);
    });
  });
}

test('gRPC speaks TLS alone, and asks for the token behind it', { skip }, async () => {
  assert.equal(await removeByGrpc(credentials.createSsl(grpcAuthority)), status.PERMISSION_DENIED);
  assert.equal(await removeByGrpc(credentials.createSsl(grpcAuthority), 'wrong'), status.PERMISSION_DENIED);
  assert.equal(await removeByGrpc(credentials.createSsl(grpcAuthority), TOKEN), status.NOT_FOUND);
  // Another authority, and no TLS at all. That the book is there says that the indexer speaks TLS as well.
  assert.equal(await removeByGrpc(credentials.createSsl(authority), TOKEN), status.UNAVAILABLE);
  const plain = await removeByGrpc(credentials.createInsecure(), TOKEN);
  assert.ok(plain === status.UNAVAILABLE || plain === status.DEADLINE_EXCEEDED, String(plain));
});

/** A form with one file of so many bytes, a ZIP by its first. */
function* form(bytes: number): Generator<Buffer> {
  yield Buffer.from('--x\r\nContent-Disposition: form-data; name="file"; filename="large.epub"\r\n\r\n');
  const head = execFileSync('head', ['-c', '4096', BOOK]);
  yield head;
  const piece = Buffer.alloc(MIB);
  for (let left = bytes - head.length; left > 0; left -= piece.length)
    yield piece.subarray(0, Math.min(left, MIB));
  yield Buffer.from('\r\n--x--\r\n');
}

test('an upload of the largest size is taken, one byte more is refused, and far more as well', {
  skip,
}, async () => {
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'multipart/form-data; boundary=x' };
  const upload = (bytes: number) => ask('POST', '/api/v1/books', { headers, body: form(bytes) });
  assert.equal((await upload(UPLOAD_LIMIT)).status, 202);
  const over = await upload(UPLOAD_LIMIT + 1);
  assert.equal(over.status, 413);
  assert.equal((JSON.parse(over.body) as { code: string }).code, 'too_large');
  // Caddy closes the connection of what it will never pass on, so that the answer may not be read any more.
  const far = await upload(150 * MIB).catch((error: NodeJS.ErrnoException) => ({ status: error.code }));
  assert.ok([413, 'ECONNRESET', 'EPIPE'].includes(far.status ?? ''), String(far.status));
  assert.equal((await ask('GET', '/api/v1/status')).status, 200);
});
