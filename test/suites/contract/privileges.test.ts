/** What each service may see, and what other accounts of the machine may. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { writeEpub, xhtml } from '@libtrails/indexer/formats/epub/epub.test-support';
import { waitUntil } from '../../../infra/stack/health.ts';
import { startTestStack, type TestStack } from '../../test-stack.ts';

const SECRETS = {
  LIBTRAILS_TOKEN: 'a-token-that-its-owner-chose',
  LIBTRAILS_PASSWORD: 'open sesame',
  INDEXER_LLM_TOKEN: 'a-token-for-a-model',
  EMBEDDING_HTTP_TOKEN: 'a-token-for-embeddings',
};
const SEEN_BY = {
  embedding: ['EMBEDDING_HTTP_TOKEN'],
  retrieval: ['LIBTRAILS_PASSWORD', 'LIBTRAILS_TOKEN'],
  indexer: ['INDEXER_LLM_TOKEN'],
  web: [],
};
const INDEX_TIMEOUT_MS = 120_000;
const place = mkdtempSync(join(tmpdir(), 'libtrails-privileges-'));
const data = join(place, 'data');
let stack: TestStack;

before(async () => {
  chmodSync(place, 0o755);
  const books = join(place, 'books');
  mkdirSync(books);
  const text = Array.from({ length: 120 }, (_, i) => `They sailed on, day ${i}.`).join(' ');
  await writeEpub(join(books, 'sea.epub'), {
    metadata: '<dc:title>At Sea</dc:title>',
    files: { 'a.xhtml': xhtml(`<h1>One</h1><p>${text}</p>`) },
  });
  // As an earlier version made it.
  mkdirSync(data, { mode: 0o755 });
  writeFileSync(join(data, 'old.log'), 'x', { mode: 0o644 });
  stack = await startTestStack({ books, data, env: { LIBTRAILS_TRUST_LOOPBACK: 'false', ...SECRETS } });
});
after(async () => {
  await stack?.stop();
  rmSync(place, { recursive: true, force: true });
});

test('the indexer writes where loopback may not, by the key of the services', async () => {
  const headers = { authorization: `Bearer ${SECRETS.LIBTRAILS_TOKEN}` };
  await waitUntil(
    'The book',
    async () => {
      const answer = await fetch(`${stack.api}/books`, { headers });
      return ((await answer.json()) as { books: unknown[] }).books.length === 1;
    },
    INDEX_TIMEOUT_MS,
  );
  const refused = await fetch(`${stack.api}/books/1`, { method: 'DELETE' });
  assert.equal(refused.status, 401);
});

test('each service sees its own secrets alone', (t) => {
  if (process.platform !== 'linux') {
    t.skip('the environment of a process is read from /proc');
    return;
  }
  for (const [name, expected] of Object.entries(SEEN_BY)) {
    const environment = readFileSync(`/proc/${stack.processes.pid(name)}/environ`, 'utf8').split('\0');
    const seen = environment.map((line) => line.split('=')[0] ?? '').filter((key) => key in SECRETS);
    assert.deepEqual(seen.sort(), expected, name);
    const key = environment.some((line) => line.startsWith('LIBTRAILS_TOKEN_FILE='));
    assert.equal(key, name === 'retrieval' || name === 'indexer', name);
  }
});

test('data folder, library, logs and keys are for their owner alone', () => {
  assert.equal(statSync(data).mode & 0o777, 0o700);
  const entries = readdirSync(data, { withFileTypes: true, recursive: true });
  assert.ok(entries.some(({ name }) => name === 'library.sqlite'));
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    assert.equal(statSync(path).mode & 0o077, 0, path);
  }
});

test('another account of this machine reads neither the library nor a key', (t) => {
  if (process.getuid?.() !== 0) {
    t.skip('only root can become another account');
    return;
  }
  for (const name of ['library.sqlite', 'access.json', 'service-key', 'logs/retrieval.log']) {
    const { status, stdout } = spawnSync('cat', [join(data, name)], { uid: 65_534, gid: 65_534 });
    assert.notEqual(status, 0, name);
    assert.equal(stdout.length, 0, name);
  }
});

test('the web server answers TRACE and OPTIONS * with 405', async () => {
  for (const args of [
    ['-X', 'TRACE', `${stack.url}/books`],
    ['-X', 'OPTIONS', '--request-target', '*', stack.url],
  ]) {
    const { stdout } = spawnSync('curl', ['-s', '-i', ...args], { encoding: 'utf8' });
    assert.match(stdout, /^HTTP\/1\.1 405 /, args.join(' '));
    assert.match(stdout, /^allow: GET, HEAD\r$/im);
  }
});

test('no file of the web server is for pages of other sites', async () => {
  for (const path of ['/icon.svg', '/theme.js', '/favicon.ico', '/login', '/api/v1/session']) {
    const answer = await fetch(`${stack.url}${path}`);
    assert.equal(answer.headers.get('cross-origin-resource-policy'), 'same-origin', path);
  }
  const image = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };
  assert.equal((await fetch(`${stack.url}/api/v1/books/1/cover`, { headers: image })).status, 403);
});
