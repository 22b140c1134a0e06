import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeEpub, xhtml } from '../formats/epub/epub.test-support.ts';
import { FakeEmbedding, FakeLibrary } from './services.test-support.ts';

const BOOKS = 4;
const KILLS = 5;

test('a run killed again and again ends in the same library as one that was let be', {
  // A limit for a run that hangs; it takes ten seconds of one core.
  timeout: 300_000,
}, async () => {
  const dir = await mkdtemp(join(tmpdir(), 'kill-'));
  const embedding = new FakeEmbedding();
  const address = await embedding.start();
  try {
    const folder = join(dir, 'books');
    await mkdir(folder);
    for (let n = 0; n < BOOKS; n++) {
      const words = Array.from({ length: 9_000 }, (_, i) => `b${n}w${i}`).join(' ');
      await writeEpub(join(folder, `${n}.epub`), { files: { 'a.xhtml': xhtml(`<p>${words}</p>`) } });
    }
    const start = async (library: FakeLibrary, retrieval: string, cache: string) => {
      library.expireLeases();
      return fork(join(import.meta.dirname, 'run.test-support.ts'), [
        folder,
        address,
        retrieval,
        join(dir, cache),
      ]);
    };
    const calm = new FakeLibrary();
    assert.deepEqual(await once(await start(calm, await calm.start(), 'calm'), 'exit'), [0, null]);

    const shaken = new FakeLibrary();
    const retrieval = await shaken.start();
    embedding.delayMs = 30;
    for (let n = 0; n < KILLS; n++) {
      const child = await start(shaken, retrieval, 'shaken');
      // Killed at different places: once it has begun, and after some more of its calls.
      const seen = embedding.texts.length;
      while (child.exitCode === null && embedding.texts.length < seen + 16 * (n + 1)) await sleep(5);
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    assert.deepEqual(await once(await start(shaken, retrieval, 'shaken'), 'exit'), [0, null]);

    assert.equal(shaken.books.size, BOOKS);
    for (const [name, { parts }] of calm.books) assert.deepEqual(shaken.books.get(name)?.parts, parts);
    assert.equal(new Set(shaken.puts).size, BOOKS);
    assert.ok(shaken.groupings.length >= 1);
    await Promise.all([calm.stop(), shaken.stop()]);
  } finally {
    await embedding.stop();
    await rm(dir, { recursive: true });
  }
});
