import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { after, before, test } from 'node:test';
import { TestLibrary } from '@libtrails/indexer/calibre/calibre.test-support';
import { writeEpub, xhtml } from '@libtrails/indexer/formats/epub/epub.test-support';
import { FakeEmbedding, FakeLibrary } from '@libtrails/indexer/run/services.test-support';
import { modelPaths } from '@libtrails/models/paths';

const skip = existsSync(modelPaths().tokenizer) ? false : 'the model is not fetched';

let dir: string;
before(async () => {
  dir = await mkdtemp(join(tmpdir(), 'cli-'));
  const words = Array.from(
    { length: 200 },
    (_, i) => `The old whaling ship number ${i} left the harbour.`,
  ).join(' ');
  await writeEpub(join(dir, 'good.epub'), { files: { 'a.xhtml': xhtml(`<h1>One</h1><p>${words}</p>`) } });
  await writeFile(join(dir, 'bad.epub'), 'no zip');
});
after(() => rm(dir, { recursive: true }));

async function cli(...args: string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../main.ts'), 'index', ...args], {
    env: { ...process.env, LIBTRAILS_CACHE_DIR: join(dir, 'cache'), INIT_CWD: dir },
  });
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { out, err, code };
}

test('wrong arguments end with 2 and say what is wrong', async () => {
  for (const [args, message] of [
    [[], /Name one folder/],
    [['.', '--calibre', '.'], /Name one folder/],
    [['nowhere'], /nowhere is no folder/],
    [['.', '--to', 'nonsense'], /host:port/],
    [['.', '--limit', '0'], /whole number/],
  ] as const) {
    const { err, code } = await cli(...args);
    assert.match(err, message);
    assert.equal(code, 2);
  }
});

test('a service that does not answer ends with 3, in one line with the cure', { skip }, async () => {
  const { err, code } = await cli('.', '--embedding', '127.0.0.1:9', '--to', '127.0.0.1:9');
  assert.match(
    err.trim(),
    /^libtrails: The (?:embedding|retrieval) service does not answer at 127\.0\.0\.1:9: start it .*$/,
  );
  assert.equal(code, 3);
});

test('a folder is indexed, its refused file is listed, and the exit code is 0', {
  skip,
  timeout: 60_000,
}, async () => {
  const library = new FakeLibrary();
  const embedding = new FakeEmbedding();
  const where = ['--embedding', await embedding.start(), '--to', await library.start()];
  try {
    const { out, err, code } = await cli('.', ...where);
    assert.equal(err, '');
    assert.match(out, /2 .* files: 1 new, 1 refused/);
    assert.match(out, /bad\.epub: This is not an EPUB/);
    assert.equal(code, 0);
    assert.deepEqual([library.books.size, library.groupings.length], [1, 1]);
    library.refuseEverything = true;
    assert.equal((await cli('.', ...where)).code, 3);
  } finally {
    await Promise.all([library.stop(), embedding.stop()]);
  }
});

test('a Calibre library is indexed; a folder without one is named', { skip, timeout: 60_000 }, async () => {
  const calibre = new TestLibrary(join(dir, 'Calibre'), 'L');
  calibre.add({ uuid: 'a', title: 'Whales', files: { EPUB: await readFile(join(dir, 'good.epub')) } });
  calibre.db.close();
  const library = new FakeLibrary();
  const embedding = new FakeEmbedding();
  const where = ['--embedding', await embedding.start(), '--to', await library.start()];
  try {
    const { out, err, code } = await cli('--calibre', 'Calibre', ...where);
    assert.deepEqual([err, code], ['', 0]);
    assert.match(out, /1 .* file: 1 new/);
    assert.deepEqual([...library.books.keys()], ['calibre/L/a']);
    const wrong = await cli('--calibre', '.', ...where);
    assert.match(wrong.err, /is no Calibre library: it holds no metadata\.db/);
    assert.equal(wrong.code, 3);
  } finally {
    await Promise.all([library.stop(), embedding.stop()]);
  }
});
