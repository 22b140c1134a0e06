import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { EmbeddingCache } from '../cache/embedding-cache.ts';
import { EmbeddingClient } from '../embed/embedding-client.ts';
import { writeEpub, xhtml } from '../formats/epub/epub.test-support.ts';
import { IngestClient } from '../ingest-client.ts';
import type { FileOutcome } from './index-file.ts';
import { indexLibrary, type LibraryOptions, type LibraryTools } from './index-library.ts';
import { FakeEmbedding, FakeLibrary, firstWords, noThemes, wordTokens } from './services.test-support.ts';

let dir: string;
let folder: string;
let library: FakeLibrary;
let embedding: FakeEmbedding;
let ingest: IngestClient;
let client: EmbeddingClient;
let cache: EmbeddingCache;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'run-'));
  folder = join(dir, 'books');
  await mkdir(join(folder, 'sub'), { recursive: true });
  library = new FakeLibrary();
  embedding = new FakeEmbedding();
  ingest = new IngestClient({ address: await library.start(), token: undefined });
  cache = EmbeddingCache.open({ dir: join(dir, 'cache'), maxBytes: 1e9 });
  client = new EmbeddingClient({ address: await embedding.start(), cache, patienceMs: 0 });
});

afterEach(async () => {
  ingest.close();
  client.close();
  cache.close();
  await Promise.all([library.stop(), embedding.stop()]);
  await rm(dir, { recursive: true });
});

async function run(changes: Partial<LibraryTools> = {}, options: LibraryOptions = {}) {
  const tools: LibraryTools = {
    ingest,
    embedding: client,
    countTokens: wordTokens,
    extractTopics: firstWords,
    group: noThemes,
    fingerprint: embedding.fingerprint,
    pipelineOf: () => `p1/c1/t1/${embedding.fingerprint}`,
    worker: 'tester',
    signal: new AbortController().signal,
    ...changes,
  };
  return indexLibrary(folder, tools, options);
}

const text = (seed: string, words = 700) =>
  xhtml(`<h1>${seed}</h1><p>${Array.from({ length: words }, (_, i) => `${seed}${i}`).join(' ')}</p>`);
const book = (name: string, seed = name) =>
  writeEpub(join(folder, name), {
    metadata: `<dc:title>${seed}</dc:title>`,
    files: {
      'titlepage.xhtml': xhtml(`<h1>${seed}</h1>`),
      'one.xhtml': text(seed),
      'two.xhtml': text(`${seed}b`),
    },
  });
const titles = () => [...library.books.values()].map((b) => b.title).sort();

test('a folder becomes a library, themes follow, and a second run does nothing', async () => {
  await book('a.epub');
  await book('sub/b.epub');
  await writeFile(join(folder, 'notes.txt'), 'not a book');
  const first = await run();
  assert.deepEqual(library.puts, ['created a.epub', 'created sub/b.epub']);
  assert.equal(first.created, 2);
  assert.equal(first.generation, 1);
  const calls = embedding.texts.length;
  const second = await run();
  assert.deepEqual([second.unchanged, second.created, second.generation], [2, 0, undefined]);
  assert.equal(library.puts.length, 2);
  assert.equal(library.groupings.length, 1);
  assert.equal(embedding.texts.length, calls);
  assert.ok(library.jobs.every((job) => job.state === 'done'));
});

test('the stream of a book holds every word of it once, vectors and topics for the body only', async () => {
  await book('a.epub');
  const { words } = await run();
  const { parts } = library.books.get('a.epub')!;
  const sections = parts.flatMap((part) => (part.section ? [part.section] : []));
  assert.deepEqual(
    sections.map((section) => section.kind),
    ['front', 'body', 'body'],
  );
  const chunks = parts.flatMap((part) => part.chunks?.chunks ?? []);
  assert.deepEqual(
    chunks
      .map((chunk) => chunk.text)
      .join('\n')
      .match(/\S+/g),
    ['a.epub', 'a.epub', 'a.epubb'].flatMap((seed, i) => [
      seed,
      ...(i === 0 ? [] : Array.from({ length: 700 }, (_, n) => `${seed}${n}`)),
    ]),
  );
  for (const chunk of chunks) {
    const body = sections[chunk.sectionIndex]?.kind === 'body';
    assert.equal(chunk.vector.length > 0, body);
    assert.equal(chunk.topics.length > 0, body);
  }
  assert.equal(words, 2 * 701);
});

test('a changed file replaces its book, a touched one is left alone', async () => {
  const path = await book('a.epub');
  await book('b.epub');
  await run();
  await utimes(path, new Date(), new Date(1e12));
  assert.equal((await run()).unchanged, 2);
  await book('a.epub', 'A second edition');
  const summary = await run();
  assert.deepEqual([summary.replaced, summary.unchanged, summary.generation], [1, 1, 2]);
  assert.deepEqual(titles(), ['A second edition', 'b.epub']);
});

test('a new version of the pipeline indexes every book again', async () => {
  await book('a.epub');
  await run();
  assert.equal((await run({ pipelineOf: () => `p2/c1/t1/${embedding.fingerprint}` })).replaced, 1);
});

test('a library with vectors of another model is told apart before any work is done', async () => {
  await book('a.epub');
  await run();
  const calls = embedding.texts.length;
  embedding.fingerprint = 'fake/2';
  await book('b.epub');
  await assert.rejects(run(), { code: 'failed_precondition', message: /"fake\/1".*"fake\/2"/ });
  assert.equal(embedding.texts.length, calls);
});

test('jobs that a killed run left are ended by the next one', async () => {
  await book('a.epub');
  library.addJob('folder', 'left', '');
  library.addJob('folder', 'left too', '');
  await run();
  library.addJob('folder', 'asked for', '');
  await run();
  assert.deepEqual(
    library.jobs.filter((job) => job.kind === 'folder').map((job) => job.state),
    ['done', 'done', 'done'],
  );
});

test('one grouping serves all who asked for one, and the next run makes none', async () => {
  await book('a.epub');
  for (const title of ['left', 'left too', 'asked for']) library.addJob('group', title, '');
  assert.equal((await run()).generation, 1);
  assert.ok(library.jobs.every((job) => job.state === 'done'));
  assert.equal((await run()).generation, undefined);
});

test('a refused file is recorded with its reason, not tried again until it changes, and stops nobody', async () => {
  await writeFile(join(folder, 'a.epub'), 'no zip');
  await book('b.epub');
  const outcomes: FileOutcome[] = [];
  const watcher = { finished: (_: unknown, outcome: FileOutcome) => outcomes.push(outcome) };
  const first = await run({ watcher });
  assert.equal(first.created, 1);
  assert.deepEqual(
    first.refused.map(({ fileName, code }) => [fileName, code]),
    [['a.epub', 'not_zip']],
  );
  assert.match(library.refusals.get('a.epub')!.reason, /not a ZIP/);
  assert.equal(outcomes.length, 2);
  const second = await run({ watcher });
  assert.equal(outcomes.length, 2);
  assert.equal(second.refused[0]?.code, 'not_zip');
  assert.match(second.refused[0]?.reason ?? '', /not a ZIP/);
  await book('a.epub');
  assert.equal((await run()).created, 1);
});

test('if every new file is refused, no themes are made', async () => {
  await writeFile(join(folder, 'a.epub'), 'no zip');
  assert.equal((await run()).generation, undefined);
  assert.ok(library.jobs.every((job) => job.state === 'done'));
});

test('the same content under two names becomes one book', async () => {
  await book('a.epub', 'same');
  await book('b.epub', 'same');
  const summary = await run();
  assert.deepEqual([summary.created, summary.duplicates.length], [1, 1]);
  const again = await run();
  assert.deepEqual([again.unchanged, again.duplicates.length], [1, 1]);
  assert.equal(library.puts.length, 1);
  assert.deepEqual(library.skipped, [
    { fileName: 'b.epub', code: 'same_content', reason: 'The same content as "a.epub"' },
  ]);
});

test('the folder job ends with what was not read of each book, damaged books first', async () => {
  await book('a.epub');
  await writeEpub(join(folder, 'b.epub'), {
    files: { 'one.xhtml': text('b'), 'two.xhtml': text('c') },
    entries: [{ name: 'OEBPS/two.xhtml', data: text('c'), claimedSize: 9 }],
  });
  await run();
  const { message } = library.jobs.find((job) => job.kind === 'folder')!;
  assert.deepEqual(message.split('\n'), [
    '2 new',
    'b.epub: could not be read: OEBPS/two.xhtml',
    'a.epub: not searched: 1 words (title page 1)',
  ]);
});

test('a file that is renamed, moved or deleted leaves its book as it is', async () => {
  for (const name of ['renamed.epub', 'moved.epub', 'deleted.epub']) await book(name);
  await run();
  const before = [...library.books.keys()];
  await rename(join(folder, 'renamed.epub'), join(folder, 'other name.epub'));
  await rename(join(folder, 'moved.epub'), join(folder, 'sub/moved.epub'));
  await rm(join(folder, 'deleted.epub'));
  const summary = await run();
  assert.deepEqual([...library.books.keys()], before);
  assert.deepEqual(
    summary.duplicates.map(({ fileName, reason }) => `${fileName}: ${reason}`),
    [
      'other name.epub: The same content as "renamed.epub"',
      'sub/moved.epub: The same content as "moved.epub"',
    ],
  );
  // Deleted in the library, its file comes in under the name that it has now.
  library.books.delete('renamed.epub');
  await run();
  assert.ok(library.books.has('other name.epub') && !library.books.has('renamed.epub'));
  assert.equal(library.books.size, before.length);
});

test('a defect with one book is told and does not stop the others; the next run tries it again', async () => {
  await book('a.epub');
  await book('b.epub');
  const broken: LibraryTools['extractTopics'] = async (parsed, ...rest) => {
    if (parsed.title === 'a.epub') throw new RangeError('a defect');
    return firstWords(parsed, ...rest);
  };
  const summary = await run({ extractTopics: broken });
  assert.deepEqual(summary.failed, [{ fileName: 'a.epub', reason: 'a defect' }]);
  assert.deepEqual(titles(), ['b.epub']);
  assert.equal((await run()).created, 1);
});

test('when the embedding service goes away the run ends, and the next one does what is missing', async () => {
  await book('a.epub');
  await book('b.epub');
  const watcher = {
    finished: () => {
      embedding.failures = { code: 'unavailable', times: 1000 };
    },
  };
  await assert.rejects(run({ watcher }), { code: 'unavailable' });
  assert.deepEqual(titles(), ['a.epub']);
  assert.equal(library.groupings.length, 0);
  embedding.failures = undefined;
  library.expireLeases();
  const summary = await run();
  assert.deepEqual([summary.created, summary.unchanged, summary.generation], [1, 1, 1]);
});

test('themes that a dead worker owed are made by the next run, though no book changed', async () => {
  await book('a.epub');
  const group: LibraryTools['group'] = () => Promise.reject(new Error('killed'));
  const stopping = new AbortController();
  const killed: LibraryTools['group'] = (input) => {
    stopping.abort();
    return group(input);
  };
  await assert.rejects(run({ group: killed, signal: stopping.signal }));
  assert.deepEqual([library.books.size, library.groupings.length], [1, 0]);
  library.expireLeases();
  const summary = await run();
  assert.deepEqual([summary.unchanged, summary.generation], [1, 1]);
  assert.equal((await run()).generation, undefined);
});

test('themes are made later when a service was away, and given up when the recipe fails', async () => {
  await book('a.epub');
  const group: LibraryTools['group'] = async ({ embed }) => {
    embedding.failures = { code: 'unavailable', times: 1000 };
    await embed(['a concept'], 'LABEL');
    throw new Error('not reached');
  };
  await assert.rejects(run({ group }), { code: 'unavailable' });
  embedding.failures = undefined;
  library.expireLeases();
  assert.equal((await run()).generation, 1);
  library.addJob('group', 'asked for', '');
  const broken: LibraryTools['group'] = async () => {
    throw new RangeError('a defect');
  };
  await assert.rejects(run({ group: broken }), /a defect/);
  assert.deepEqual([library.jobs.at(-1)?.state, library.jobs.at(-1)?.message], ['failed', 'a defect']);
});

test('a run that is stopped leaves whole books only, and goes on where it was', async () => {
  for (const name of ['a', 'b', 'c']) await book(`${name}.epub`);
  const stopping = new AbortController();
  const watcher = {
    finished: (_file: unknown, _outcome: FileOutcome, done: number) => done === 2 && stopping.abort(),
  };
  await assert.rejects(run({ watcher, signal: stopping.signal }));
  assert.equal(titles().length, 2);
  const texts = embedding.texts.length;
  library.expireLeases();
  assert.equal((await run()).created, 1);
  assert.ok(embedding.texts.length > texts);
});

test('what was embedded before is taken from the cache', async () => {
  await book('a.epub');
  await run();
  const calls = embedding.texts.length;
  assert.ok(calls > 0);
  library.books.clear();
  assert.equal((await run()).created, 1);
  assert.equal(embedding.texts.length, calls);
});

test('at most `limit` files are indexed, and files still being written are left for later', async () => {
  for (const name of ['a', 'b', 'c']) await book(`${name}.epub`);
  assert.equal((await run({}, { limit: 2 })).postponed, 1);
  assert.equal(titles().length, 2);
  const summary = await run({}, { settledBeforeMs: Date.now() - 3_600_000 });
  assert.deepEqual([summary.postponed, summary.created], [3, 0]);
});

test('two runs over the same files send the same books', async () => {
  await book('a.epub');
  await run();
  const first = library.books.get('a.epub')!.parts;
  library.books.clear();
  await run();
  assert.deepEqual(library.books.get('a.epub')!.parts, first);
});

test('a caller may take over the grouping that is due, and none is due if no book changed', async () => {
  await book('a.epub');
  const { due } = await run({}, { withoutGrouping: true });
  assert.equal(due?.kind, 'group');
  assert.equal(library.groupings.length, 0);
  assert.equal((await run({}, { withoutGrouping: true })).due, undefined);
});

test('few new books leave the themes as they are', async () => {
  await book('a.epub');
  assert.equal((await run()).generation, 1);
  library.groupingCurrent = true;
  await book('b.epub');
  const summary = await run();
  assert.deepEqual([summary.created, summary.generation], [1, undefined]);
  assert.equal(library.groupings.length, 1);
});
