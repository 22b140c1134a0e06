/** `docker compose up` as a user runs it: memory limits, read-only file systems, the search through Caddy. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { ComposeStack } from '../../compose-stack.ts';
import { getJson, STARTER_SHELF_BOOKS, search, waitUntilIndexed } from '../../test-stack.ts';

const SERVICES = ['caddy', 'embedding', 'indexer', 'retrieval', 'web'];
const MIB = 1024 * 1024;
/** 1 GB less what Linux itself takes, about 150 MB. */
const ROOM_MIB = 874;
/** Of retrieval's limit: pages of the library file, which Linux takes back when others need them. */
const PAGES_MIB = 135;
const available = spawnSync('docker', ['info'], { stdio: 'ignore' }).status === 0;
const skip = available ? false : 'no Docker engine answers on this machine';
const stack = await ComposeStack.prepare({ project: 'libtrails-test' });
const { url } = stack;
const compose = stack.compose.bind(stack);

before(async () => {
  if (!available) return;
  stack.up();
  await waitUntilIndexed(`${url}/api/v1`);
});

after(() => {
  if (available) stack.down();
});

test('the starter shelf is searched through Caddy', { skip }, async () => {
  const answer = await search(`${url}/api/v1`, { q: 'stoicism', explain: 'true' });
  assert.equal(answer.degraded, false);
  assert.ok(answer.results.length > 0 && answer.results.length <= STARTER_SHELF_BOOKS);
  const page = await fetch(`${url}/search?q=stoicism`);
  assert.equal(page.status, 200);
  assert.ok((await page.text()).includes(answer.results[0]?.book?.title ?? '?'));
});

test('writing through Caddy needs the token', { skip }, async () => {
  const answer = await fetch(`${url}/api/v1/books/1`, { method: 'DELETE' });
  assert.equal(answer.status, 403);
  await getJson(`${url}/api/v1`, '/books/1');
});

test('metrics are not served to the outside', { skip }, async () => {
  assert.equal((await fetch(`${url}/metrics`)).status, 404);
});

test('a page that is asked by a method it does not know says which it knows', { skip }, async () => {
  for (const method of ['PUT', 'DELETE', 'PROPFIND']) {
    const answer = await fetch(`${url}/books`, { method });
    assert.equal(answer.status, 405, method);
    assert.equal(answer.headers.get('allow'), 'GET, HEAD');
  }
  assert.equal((await fetch(`${url}/books`, { method: 'HEAD' })).status, 200);
});

test('each container has a memory limit, a read-only root, no capabilities, and no root user', {
  skip,
}, () => {
  const ids = compose('ps', '--quiet').trim().split('\n');
  const containers = JSON.parse(execFileSync('docker', ['inspect', ...ids], { encoding: 'utf8' })) as {
    Config: { User: string; Labels: Record<string, string> };
    HostConfig: { Memory: number; ReadonlyRootfs: boolean; CapDrop: string[] };
    State: { OOMKilled: boolean; Status: string };
    RestartCount: number;
  }[];
  const name = (c: (typeof containers)[number]) => c.Config.Labels['com.docker.compose.service'] ?? '';
  assert.deepEqual(containers.map(name).sort(), SERVICES);
  for (const container of containers) {
    assert.ok(container.HostConfig.Memory > 0, name(container));
    assert.equal(container.HostConfig.ReadonlyRootfs, true, name(container));
    assert.deepEqual(container.HostConfig.CapDrop, ['ALL'], name(container));
    assert.equal(container.State.OOMKilled, false, name(container));
    assert.equal(container.RestartCount, 0, name(container));
    assert.equal(container.Config.User, name(container) === 'caddy' ? '1001:1001' : 'node', name(container));
  }
  const limits = containers.reduce((sum, c) => sum + c.HostConfig.Memory, 0) / MIB;
  assert.ok(limits < 1_024, `${limits} MiB in all are more than the server has`);
  const own = limits - PAGES_MIB;
  assert.ok(own <= ROOM_MIB, `${own} MiB in all do not fit beside Linux on a 1-GB server`);
  console.log(compose('stats', '--no-stream'));
});

test('services find the compile cache of their image, which is kept for each user', { skip }, () => {
  for (const service of ['embedding', 'retrieval', 'indexer']) {
    compose('exec', '-T', service, 'sh', '-c', 'ls -d "$NODE_COMPILE_CACHE"/*-"$(id -u)"');
  }
});

test('while retrieval is frozen, reads get 503 within seconds, and pages report it', {
  skip,
}, async () => {
  const timed = async (path: string) => {
    const start = performance.now();
    const response = await fetch(`${url}${path}`, { signal: AbortSignal.timeout(30_000) });
    return { response, body: await response.text(), seconds: (performance.now() - start) / 1_000 };
  };
  const paths = ['/api/v1/search?q=standstill', '/api/v1/books?limit=3', '/api/v1/books/1/cover'];
  compose('pause', 'retrieval');
  try {
    const [page, ...reads] = await Promise.all(['/search?q=standstill', ...paths].map(timed));
    for (const { response, body, seconds } of reads) {
      assert.equal(response.status, 503);
      assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
      assert.equal(response.headers.get('retry-after'), '5');
      assert.equal((JSON.parse(body) as { code: string }).code, 'unavailable');
      assert.ok(seconds < 9, `${seconds} s`);
    }
    assert.equal(page?.response.status, 200);
    assert.ok(page.seconds < 9, `${page.seconds} s`);
  } finally {
    compose('unpause', 'retrieval');
  }
  for (const path of paths) {
    const { response, seconds } = await timed(path);
    assert.equal(response.status, 200, path);
    assert.ok(seconds < 5, `${path} after ${seconds} s`);
  }
});

test('a read that broke off is repeated, and the reader does not notice', {
  // A kill from outside, after which Docker brings the container back: by process id, for which it takes root.
  skip: skip || (process.platform !== 'linux' || process.getuid?.() !== 0 ? 'needs Linux and root' : false),
}, async () => {
  const id = compose('ps', '--quiet', 'retrieval').trim();
  const pid = execFileSync('docker', ['inspect', '--format', '{{.State.Pid}}', id], { encoding: 'utf8' });
  compose('pause', 'retrieval');
  const answer = fetch(`${url}/api/v1/search?q=grief`, { signal: AbortSignal.timeout(30_000) });
  try {
    // It waits for the service that stands still.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    process.kill(Number(pid), 'SIGKILL');
  } finally {
    compose('unpause', 'retrieval');
  }
  assert.equal((await answer).status, 200);
  compose('up', '--detach', '--wait', '--wait-timeout', '120');
});

test('a container that is stopped comes back and the search answers as before', { skip }, async () => {
  const before = await search(`${url}/api/v1`, { q: 'letters and grief' });
  compose('restart', 'retrieval', 'embedding');
  compose('up', '--detach', '--wait', '--wait-timeout', '120');
  const again = await search(`${url}/api/v1`, { q: 'letters and grief' });
  assert.deepEqual(again.results, before.results);
});
