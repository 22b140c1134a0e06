import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { cacheDir } from './cache-dir.ts';
import { EmbeddingCache } from './embedding-cache.ts';

let dir: string;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cache-'));
});
after(() => rm(dir, { recursive: true }));

const LARGE = 1e9;
const vector = (seed: number) =>
  Float32Array.from({ length: 384 }, (_, i) => Math.fround(Math.sin(seed + i)));

// As a child process, writes its share of the texts and ends.
const [, , role, shared, from] = process.argv;
if (role === 'writer') {
  const cache = EmbeddingCache.open({ dir: shared!, maxBytes: LARGE });
  for (let i = Number(from); i < Number(from) + 200; i++) cache.put('f', 'LABEL', [`text ${i}`], [vector(i)]);
  cache.close();
  process.exit(0);
}

test('a vector comes back bit for bit, after the file was closed too', () => {
  const one = EmbeddingCache.open({ dir: join(dir, 'a'), maxBytes: LARGE });
  one.put('f', 'PASSAGE', ['x', 'y'], [vector(1), vector(2)]);
  one.close();
  const two = EmbeddingCache.open({ dir: join(dir, 'a'), maxBytes: LARGE });
  assert.deepEqual(two.get('f', 'PASSAGE', ['y', 'z', 'x']), [vector(2), undefined, vector(1)]);
  two.close();
});

test('another fingerprint, kind or text is another vector', () => {
  const cache = EmbeddingCache.open({ dir: join(dir, 'b'), maxBytes: LARGE });
  cache.put('f', 'PASSAGE', ['x'], [vector(1)]);
  for (const [fingerprint, kind, text] of [
    ['g', 'PASSAGE', 'x'],
    ['f', 'LABEL', 'x'],
    ['f', 'PASSAGE', 'X'],
  ] as const) {
    assert.deepEqual(cache.get(fingerprint, kind, [text]), [undefined]);
  }
  cache.close();
});

test('over its limit the cache forgets the oldest vectors and stays under the limit', () => {
  const maxBytes = 4 * 1024 * 1024;
  const cache = EmbeddingCache.open({ dir: join(dir, 'c'), maxBytes });
  const texts = Array.from({ length: 10_000 }, (_, i) => `text ${i}`);
  for (let i = 0; i < texts.length; i += 100) {
    cache.put(
      'f',
      'LABEL',
      texts.slice(i, i + 100),
      Array.from({ length: 100 }, (_, j) => vector(i + j)),
    );
  }
  cache.prune();
  assert.ok(cache.bytes() <= maxBytes);
  assert.deepEqual(cache.get('f', 'LABEL', ['text 0', 'text 9999']), [undefined, vector(9999)]);
  cache.close();
});

test('a damaged file is replaced by an empty one', async () => {
  const damaged = join(dir, 'd');
  EmbeddingCache.open({ dir: damaged, maxBytes: LARGE }).close();
  const [name] = await readdir(damaged);
  await writeFile(
    join(damaged, name!),
    'this is no database, and long enough to be seen as such'.repeat(100),
  );
  const cache = EmbeddingCache.open({ dir: damaged, maxBytes: LARGE });
  assert.deepEqual(cache.get('f', 'LABEL', ['x']), [undefined]);
  cache.close();
});

test('two processes write at the same time and nothing is lost', async () => {
  const common = join(dir, 'e');
  const writers = [0, 100].map((start) => fork(import.meta.filename, ['writer', common, String(start)]));
  for (const codes of await Promise.all(writers.map((child) => once(child, 'exit'))))
    assert.equal(codes[0], 0);
  const cache = EmbeddingCache.open({ dir: common, maxBytes: LARGE });
  const texts = Array.from({ length: 300 }, (_, i) => `text ${i}`);
  assert.deepEqual(
    cache.get('f', 'LABEL', texts),
    texts.map((_, i) => vector(i)),
  );
  cache.close();
});

test('the folder is the one set, else the user’s cache folder', () => {
  assert.equal(cacheDir({ LIBTRAILS_CACHE_DIR: '/x', XDG_CACHE_HOME: '/y' }), '/x');
  assert.equal(cacheDir({ XDG_CACHE_HOME: '/y' }), '/y/libtrails');
  assert.match(cacheDir({}), /\.cache\/libtrails$/);
});
