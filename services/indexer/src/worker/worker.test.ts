import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, symlink, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '@libtrails/common/log';
import { modelPaths } from '@libtrails/models/paths';
import { TestLibrary } from '../calibre/calibre.test-support.ts';
import { hashFile } from '../folder/scan.ts';
import { writeEpub, xhtml } from '../formats/epub/epub.test-support.ts';
import { pipelineVersion } from '../pipeline/versions.ts';
import { connectServices } from '../run/connect.ts';
import { FakeEmbedding, FakeLibrary, firstWords, noThemes } from '../run/services.test-support.ts';
import { readSettings, type Settings } from '../settings.ts';
import { doTask } from './do-task.ts';
import { runTaskProcess, TaskCrash, type TaskRunner } from './run-task.ts';
import { type RunningWorker, startWorker } from './worker.ts';

const skip = existsSync(modelPaths().tokenizer) ? false : 'the model is not fetched';

let dir: string;
let library: FakeLibrary;
let embedding: FakeEmbedding;
let worker: RunningWorker | undefined;
let env: Record<string, string>;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'worker-'));
  library = new FakeLibrary();
  embedding = new FakeEmbedding();
  for (const folder of ['books', 'starter']) await mkdir(join(dir, folder));
  env = {
    INDEXER_BOOKS: join(dir, 'books'),
    INDEXER_EMBEDDING: await embedding.start(),
    INDEXER_RETRIEVAL: await library.start(),
    INDEXER_HEALTH_PORT: '0',
    INDEXER_SCAN_SECONDS: '1',
    LIBTRAILS_CACHE_DIR: join(dir, 'cache'),
  };
});
afterEach(async () => {
  await worker?.stop();
  await Promise.all([library.stop(), embedding.stop()]);
  await rm(dir, { recursive: true });
});

/** Does tasks in this process, with a topic recipe that needs no model. */
function inProcess(settings: Settings): TaskRunner {
  return async (task, signal) => {
    const connection = await connectServices({ ...settings, worker: task.worker, patienceMs: 0 }, signal);
    try {
      const tools = { ...connection, extractTopics: firstWords, group: noThemes, signal };
      return await doTask(task, tools, () => {});
    } finally {
      connection.close();
    }
  };
}

async function start(more: Record<string, string> = {}, runTask?: TaskRunner): Promise<void> {
  const settings = readSettings({ ...env, ...more });
  worker = await startWorker(settings, runTask ?? inProcess(settings), createLogger('test', 'silent'));
}

async function book(path: string, title = path): Promise<string> {
  const words = Array.from({ length: 50 }, (_, i) => `${title.replace(/\W/g, '')}${i}`).join(' ');
  await writeEpub(join(dir, path), {
    metadata: `<dc:title>${title}</dc:title>`,
    files: { 'a.xhtml': xhtml(`<p>${words}</p>`) },
  });
  // Older than the time in which a file may still be copied.
  await utimes(join(dir, path), new Date(), new Date(Date.now() - 60_000));
  return join(dir, path);
}

/** Waits until `done`; the test's own time limit ends a wait in vain. */
async function until(done: () => boolean): Promise<void> {
  while (!done()) await sleep(20);
}

test('the folder is indexed at the start, and what is put there later as well', {
  skip,
  timeout: 30_000,
}, async () => {
  await book('books/a.epub');
  await start();
  await until(() => library.groupings.length === 1);
  assert.deepEqual(library.puts, ['created a.epub']);
  await book('books/b.epub');
  await until(() => library.groupings.length === 2);
  assert.deepEqual(library.puts, ['created a.epub', 'created b.epub']);
});

test('an upload becomes a book, and themes follow', { skip, timeout: 30_000 }, async () => {
  const path = await book('upload.epub', 'Uploaded');
  const job = library.addJob('index', 'My Book.epub', '');
  library.uploads.set(job.id, await readFile(path));
  await start();
  await until(() => library.groupings.length === 1);
  assert.equal(library.books.get('uploads/My Book.epub')?.title, 'Uploaded');
  assert.deepEqual([job.state, job.message], ['done', 'Uploaded']);
});

test('an upload that is no book fails with the reason, and is no refused file of the folder', {
  skip,
  timeout: 30_000,
}, async () => {
  const job = library.addJob('index', 'x.epub', '');
  library.uploads.set(job.id, Buffer.from('not an epub at all'));
  await start();
  await until(() => job.state === 'failed');
  assert.match(job.message, /not a ZIP/);
  assert.equal(job.stage, 'refused', 'another try cannot help');
  assert.equal(library.refusals.size, 0);
});

test('an empty upload is called empty', { skip, timeout: 30_000 }, async () => {
  const job = library.addJob('index', 'x.epub', '');
  library.uploads.set(job.id, Buffer.alloc(0));
  await start();
  await until(() => job.state === 'failed');
  assert.match(job.message, /^The file is empty/);
});

test('a grouping that was asked for is made', { skip, timeout: 30_000 }, async () => {
  const job = library.addJob('group', 'Themes and domains', '');
  await start();
  await until(() => job.state === 'done');
  assert.equal(library.groupings.length, 1);
});

test('the starter shelf is indexed while there are no books of one’s own', {
  skip,
  timeout: 30_000,
}, async () => {
  const path = await book('starter/s.epub');
  await start({ INDEXER_STARTER_SHELF: join(dir, 'starter') });
  await until(() => library.books.size === 1);
  assert.deepEqual([...library.books.keys()], ['s.epub']);
  await copyFile(await book('own.epub'), join(dir, 'books/own.epub'));
  await utimes(join(dir, 'books/own.epub'), new Date(), new Date(Date.now() - 60_000));
  await until(() => library.books.has('own.epub'));
  assert.ok(existsSync(path));
  // Taken out of the library, the starter shelf stays out while there are books of one's own.
  library.books.delete('s.epub');
  await book('books/another.epub');
  await until(() => library.books.has('another.epub'));
  assert.deepEqual([...library.books.keys()], ['own.epub', 'another.epub']);
});

test('health answers while the services are away, and work begins when they come', {
  skip,
  timeout: 30_000,
}, async () => {
  await book('books/a.epub');
  await embedding.stop();
  await start();
  const health = await fetch(`http://127.0.0.1:${worker!.healthPort}/healthz`);
  assert.equal(health.status, 200);
  assert.equal(library.books.size, 0);
  await embedding.start(Number(env.INDEXER_EMBEDDING!.split(':')[1]));
  await until(() => library.books.size === 1);
});

test('a stop in the midst of a book leaves the library without it', { skip, timeout: 30_000 }, async () => {
  await book('books/a.epub');
  embedding.delayMs = 20_000;
  await start();
  await until(() => library.jobs.length > 0);
  await worker!.stop();
  worker = undefined;
  assert.equal(library.books.size, 0);
});

test('a file that fails is left alone until it changes', { skip, timeout: 30_000 }, async () => {
  const path = await book('books/a.epub');
  const settings = readSettings(env);
  let failures = 0;
  const failing: TaskRunner = async (task, signal) => {
    const connection = await connectServices({ ...settings, worker: task.worker, patienceMs: 0 }, signal);
    const extractTopics = () => {
      failures++;
      throw new RangeError('a defect');
    };
    const tools = { ...connection, extractTopics, group: noThemes, signal };
    return doTask(task, tools, () => {}).finally(() => connection.close());
  };
  await start({}, failing);
  await until(() => failures === 1);
  // Two scans later it has not been tried again.
  await sleep(4_500);
  assert.equal(failures, 1);
  await writeEpub(path, { metadata: '<dc:title>changed</dc:title>' });
  await utimes(path, new Date(), new Date(Date.now() - 50_000));
  await until(() => failures === 2);
});

test('a file at which the process dies twice is refused', { skip, timeout: 40_000 }, async () => {
  const contentHash = await hashFile(await book('books/a.epub'));
  await book('books/b.epub');
  const pipeline = pipelineVersion('a.epub', embedding.fingerprint);
  const source = {
    fileName: 'a.epub',
    contentHash,
    size: 0,
    modifiedMs: 0,
    pipeline,
    bookId: 0,
    refusedCode: '',
  };
  const working = inProcess(readSettings(env));
  let deaths = 0;
  await start({}, async (task, signal) => {
    if (++deaths <= 2) throw new TaskCrash('SIGKILL', source);
    return working(task, signal);
  });
  await until(() => library.groupings.length === 1);
  assert.deepEqual([...library.books.keys()], ['b.epub']);
  assert.equal(library.refusals.get('a.epub')?.code, 'too_heavy');
});

test('the real process does a task and ends', { skip, timeout: 60_000 }, async () => {
  const job = library.addJob('group', 'Themes and domains', '');
  const saved = { ...process.env };
  Object.assign(process.env, env);
  try {
    await start({}, runTaskProcess);
    await until(() => job.state === 'done');
    assert.equal(library.groupings.length, 1);
  } finally {
    process.env = saved;
  }
});

test('themes are made by a task of their own, which the language data of the books does not burden', {
  skip,
  timeout: 30_000,
}, async () => {
  await book('books/a.epub');
  const settings = readSettings(env);
  const tasks: string[] = [];
  await start({}, async (task, signal) => {
    tasks.push(task.folder === undefined ? (task.job?.kind ?? 'nothing') : 'folder');
    const groupings = library.groupings.length;
    const result = await inProcess(settings)(task, signal);
    if (task.folder !== undefined) assert.equal(library.groupings.length, groupings);
    return result;
  });
  await until(() => library.groupings.length === 1);
  assert.deepEqual(tasks, ['folder', 'group']);
});

test('a folder with odd entries: each is named with its reason, the rest is indexed, later books are as well', {
  skip,
  timeout: 30_000,
}, async () => {
  await book('books/a.epub');
  await symlink('loop.epub', join(dir, 'books/loop.epub'));
  await symlink('/dev/zero', join(dir, 'books/zero.epub'));
  await mkdir(join(dir, 'books/#recycle'));
  await start();
  const named = () => library.skipped.map(({ fileName, code }) => `${code} ${fileName}`);
  await until(() => library.books.size === 1 && named().length > 0);
  assert.deepEqual(named(), ['not_a_file zero.epub', 'link_loop loop.epub', 'system #recycle']);
  await rm(join(dir, 'books/loop.epub'));
  await book('books/b.epub');
  await until(() => library.books.size === 2);
  await until(() => named().length === 2);
});

test('a folder whose job is cancelled is left alone until it changes', {
  skip,
  timeout: 30_000,
}, async () => {
  await book('books/a.epub');
  await book('books/b.epub');
  embedding.delayMs = 700;
  await start();
  const running = () => library.jobs.find((job) => job.kind === 'folder' && job.state === 'running');
  await until(() => library.books.size === 1 && running() !== undefined);
  library.cancel(running()!);
  await until(() => library.groupings.length === 1);
  embedding.delayMs = 0;
  // Two scans later the second book is still out.
  await sleep(2_500);
  assert.deepEqual([...library.books.keys()], ['a.epub']);
  await book('books/c.epub');
  await until(() => library.books.size === 3);
});

test('paused indexing goes on where it was when it is resumed, also by another worker', {
  skip,
  timeout: 60_000,
}, async () => {
  for (const name of ['a', 'b', 'c']) await book(`books/${name}.epub`);
  embedding.delayMs = 700;
  await start();
  const stateOf = (kind: string) => library.jobs.filter((job) => job.kind === kind).map((job) => job.state);
  await until(() => library.books.size === 1 && stateOf('folder').includes('running'));
  library.pause();
  embedding.delayMs = 0;
  const restAtPause = library.books.size;
  await sleep(1_500);
  await worker?.stop();
  await start();
  // Two scans later nothing more has come, and one job waits.
  await sleep(2_500);
  assert.equal(library.books.size, restAtPause);
  assert.deepEqual([stateOf('folder'), library.groupings.length], [['queued'], 0]);
  library.paused = false;
  await until(() => library.books.size === 3 && library.groupings.length === 1);
  assert.equal(new Set(library.puts).size, library.puts.length, 'no book came twice');
  await until(() => stateOf('folder').join() === 'done');
});

test('an upload that is cancelled makes room for the next', { skip, timeout: 40_000 }, async () => {
  const first = library.addJob('index', 'First.epub', '');
  library.uploads.set(first.id, await readFile(await book('first.epub')));
  const second = library.addJob('index', 'Second.epub', '');
  library.uploads.set(second.id, await readFile(await book('second.epub')));
  embedding.delayMs = 60_000;
  await start();
  await until(() => first.stage === 'embedding');
  library.cancel(first);
  embedding.delayMs = 0;
  await until(() => library.books.size === 1);
  assert.deepEqual([...library.books.keys()], ['uploads/Second.epub']);
  assert.equal(first.message, 'Cancelled.');
});

test('a Calibre library is followed beside the folder; one that can not be read is reported', {
  skip,
  timeout: 60_000,
}, async (t) => {
  await book('books/a.epub');
  const calibre = new TestLibrary(join(dir, 'calibre'), 'L');
  t.after(() => calibre.db.close());
  calibre.add({ uuid: 'c', title: 'From Calibre', files: { EPUB: await readFile(await book('c.epub')) } });
  await start({ INDEXER_CALIBRE: calibre.folder, INDEXER_STARTER_SHELF: join(dir, 'starter') });
  await until(() => library.books.size === 2);
  assert.deepEqual([...library.books.keys()].sort(), ['a.epub', 'calibre/L/c']);
  calibre.db.exec("UPDATE books SET title = 'Renamed'");
  await until(() => library.books.get('calibre/L/c')?.title === 'Renamed');
  await rename(join(calibre.folder, 'metadata.db'), join(dir, 'away.db'));
  await until(() => library.skipped.some(({ code }) => code === 'calibre'));
  assert.match(library.skipped[0]?.reason ?? '', /is no Calibre library: it holds no metadata\.db/);
  assert.equal(library.books.size, 2);
  await rename(join(dir, 'away.db'), join(calibre.folder, 'metadata.db'));
  calibre.db.close();
  await until(() => !library.skipped.some(({ code }) => code === 'calibre'));
});
