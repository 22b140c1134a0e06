/** What other programs rely on: the README's curl and grpcurl lines, problems, and who may write. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { getJson, search, startTestStack, type TestStack, waitUntilIndexed } from '../../test-stack.ts';

const GRPCURL_MODULE = 'github.com/fullstorydev/grpcurl/cmd/grpcurl@v1.9.3';
let stack: TestStack;

before(async () => {
  stack = await startTestStack({ withoutWeb: true, env: { LIBTRAILS_HOST: '0.0.0.0' } });
  await waitUntilIndexed(stack.api);
});

after(() => stack?.stop());

/** grpcurl from the PATH or Go's folder, installed by Go where Go is there. */
function findGrpcurl(): string | undefined {
  const installed = [
    process.env.GRPCURL,
    '/usr/bin/grpcurl',
    '/usr/local/bin/grpcurl',
    join(homedir(), 'go/bin/grpcurl'),
  ];
  const found = installed.find((path) => path !== undefined && existsSync(path));
  if (found !== undefined) return found;
  if (spawnSync('go', ['install', GRPCURL_MODULE], { stdio: 'ignore' }).status !== 0) return undefined;
  return join(homedir(), 'go/bin/grpcurl');
}

const run = (command: string, args: string[]) =>
  JSON.parse(execFileSync(command, args, { encoding: 'utf8' }));

test('curl searches over HTTP', () => {
  const answer = run('curl', ['-sf', `${stack.api}/search?q=stoicism&limit=3&explain=true`]);
  assert.deepEqual(
    [answer.query, answer.scope, answer.mode, answer.degraded],
    ['stoicism', 'books', 'hybrid', false],
  );
  assert.equal(answer.results.length, 3);
  const [trace] = answer.results[0].signals;
  for (const field of ['because', 'matched', 'matchedId', 'matchedKind']) assert.ok(field in trace, field);
});

test('grpcurl lists and calls the services by reflection', (t) => {
  const grpcurl = findGrpcurl();
  if (grpcurl === undefined) {
    t.skip('grpcurl is neither installed nor installable (no Go)');
    return;
  }
  const library = `127.0.0.1:${stack.ports.retrievalGrpc}`;
  const list = execFileSync(grpcurl, ['-plaintext', library, 'list'], { encoding: 'utf8' });
  for (const name of [
    'grpc.health.v1.Health',
    'libtrails.ingest.v1.IngestService',
    'libtrails.library.v1.LibraryService',
  ]) {
    assert.match(list, new RegExp(`^${name.replaceAll('.', '\\.')}$`, 'm'));
  }
  const answer = run(grpcurl, [
    '-plaintext',
    '-d',
    '{"query":"stoicism","limit":3}',
    library,
    'libtrails.library.v1.LibraryService/Search',
  ]);
  assert.equal(answer.results.length, 3);
  const health = run(grpcurl, ['-plaintext', library, 'grpc.health.v1.Health/Check']);
  assert.equal(health.status, 'SERVING');
  const embedding = `127.0.0.1:${stack.ports.embedding}`;
  const vectors = run(grpcurl, [
    '-plaintext',
    '-d',
    '{"texts":["a calm sea"],"kind":"QUERY"}',
    embedding,
    'libtrails.embedding.v1.EmbeddingService/Embed',
  ]);
  assert.equal(Buffer.from(vectors.vectors, 'base64').byteLength, 384 * 4);
});

test('gRPC and HTTP give the same answer', async (t) => {
  const grpcurl = findGrpcurl();
  if (grpcurl === undefined) {
    t.skip('grpcurl is neither installed nor installable (no Go)');
    return;
  }
  const viaGrpc = run(grpcurl, [
    '-plaintext',
    '-d',
    '{"query":"maps and getting lost","scope":"PASSAGES"}',
    `127.0.0.1:${stack.ports.retrievalGrpc}`,
    'libtrails.library.v1.LibraryService/Search',
  ]);
  const viaHttp = await search(stack.api, { q: 'maps and getting lost', scope: 'passages' });
  const ids = (answer: { results: { passage?: { id: number } }[] }) =>
    answer.results.map((r) => r.passage?.id);
  assert.deepEqual(ids(viaGrpc), ids(viaHttp));
});

test('a wrong request gets a problem that says what to do', async () => {
  for (const path of [
    '/search',
    '/search?q=',
    '/search?q=x&limit=101',
    '/search?q=x&scope=chapters',
    '/trail?from=x&steps=3',
    '/search?q=x&signals=vec_magic',
    '/books/none',
  ]) {
    const answer = await fetch(stack.api + path);
    assert.equal(answer.status, 400, path);
    assert.match(answer.headers.get('content-type') ?? '', /^application\/problem\+json/);
    const problem = (await answer.json()) as { status: number; code: string; detail: string };
    assert.deepEqual([problem.status, problem.code], [400, 'invalid_argument'], path);
    assert.ok(problem.detail.length > 10, path);
  }
  assert.equal((await fetch(`${stack.api}/books/999999`)).status, 404);
  assert.equal((await fetch(`${stack.api}/nowhere`)).status, 404);
});

test('the OpenAPI document is served', async () => {
  const document = await getJson<{ openapi: string; paths: Record<string, unknown> }>(
    stack.api,
    '/openapi.json',
  );
  assert.match(document.openapi, /^3\.1/);
  assert.ok(Object.keys(document.paths).length >= 15);
});

test('another machine may read but not write without the token', async (t) => {
  const address = Object.values(networkInterfaces())
    .flat()
    .find((i) => i?.family === 'IPv4' && !i.internal)?.address;
  if (address === undefined) {
    t.skip('this machine has no address beyond loopback');
    return;
  }
  const api = `http://${address}:${stack.ports.retrievalHttp}/api/v1`;
  assert.equal((await fetch(`${api}/status`)).status, 200);
  const refused = await fetch(`${api}/books/1`, { method: 'DELETE' });
  assert.equal(refused.status, 403);
  assert.match(((await refused.json()) as { detail: string }).detail, /LIBTRAILS_TOKEN/);
  assert.equal((await fetch(`${stack.api}/books/1`)).status, 200, 'the book is still there');
});
