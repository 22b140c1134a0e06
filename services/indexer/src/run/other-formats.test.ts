import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { EmbeddingClient } from '../embed/embedding-client.ts';
import { writeEpub, xhtml } from '../formats/epub/epub.test-support.ts';
import { IngestClient } from '../ingest-client.ts';
import { pipelineVersion } from '../pipeline/versions.ts';
import { describe } from './folder-summary.ts';
import { indexLibrary } from './index-library.ts';
import { FakeEmbedding, FakeLibrary, firstWords, noThemes, wordTokens } from './services.test-support.ts';

let folder: string;
let library: FakeLibrary;
let embedding: FakeEmbedding;
let ingest: IngestClient;
let client: EmbeddingClient;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'other-formats-'));
  library = new FakeLibrary();
  embedding = new FakeEmbedding();
  ingest = new IngestClient({ address: await library.start(), token: undefined });
  client = new EmbeddingClient({ address: await embedding.start(), cache: undefined, patienceMs: 0 });
});

afterEach(async () => {
  ingest.close();
  client.close();
  await Promise.all([library.stop(), embedding.stop()]);
  await rm(folder, { recursive: true });
});

async function run(): Promise<string> {
  const summary = await indexLibrary(folder, {
    ingest,
    embedding: client,
    countTokens: wordTokens,
    extractTopics: firstWords,
    group: noThemes,
    fingerprint: embedding.fingerprint,
    pipelineOf: (fileName) => pipelineVersion(fileName, embedding.fingerprint),
    worker: 'tester',
    signal: new AbortController().signal,
  });
  return describe(summary);
}

const words = (seed: string, count = 600) =>
  Array.from({ length: count }, (_, i) => `${seed}${i % 500}x${i}`);
const epub = (name: string, text: readonly string[]) =>
  writeEpub(join(folder, name), { files: { 'one.xhtml': xhtml(`<h1>One</h1><p>${text.join(' ')}</p>`) } });
const html = (name: string, text: readonly string[]) =>
  writeFile(join(folder, name), `<title>Any</title><h1>One</h1><p>${text.join(' ')}</p>`);
const plain = (name: string, text: readonly string[]) => writeFile(join(folder, name), `${text.join(' ')}\n`);
const files = () => [...library.books.keys()].sort();

test('of one text in several formats the best is indexed, the others are left out, and stay so', async () => {
  await epub('a.epub', words('a'));
  await html('a.html', words('a'));
  await plain('a.txt', words('a'));
  assert.equal(await run(), '1 new, 2 left out for a better format');
  assert.deepEqual(files(), ['a.epub']);
  assert.equal(library.refusals.get('a.txt')?.code, 'other_format');
  assert.equal(await run(), '1 unchanged, 2 left out for a better format');
});

test('a better format that comes later takes the place of the worse, with its id', async () => {
  await plain('a.txt', words('a'));
  await run();
  const { id } = library.books.get('a.txt')!;
  await epub('a.epub', words('a'));
  assert.equal(await run(), '1 replaced, 1 unchanged');
  assert.deepEqual([files(), library.books.get('a.epub')?.id], [['a.epub'], id]);
  assert.equal(await run(), '1 unchanged, 1 left out for a better format');
});

test('other texts stay apart: translations, revised and abridged editions, other folders and names', async () => {
  await epub('a.epub', words('a'));
  await html('a.html', words('b'));
  await epub('c.epub', words('c'));
  await plain('c.txt', [...words('c').slice(0, 480), ...words('d', 120)]);
  await epub('e.epub', words('e'));
  await plain('e.txt', words('e').slice(0, 400));
  await epub('f.epub', words('f'));
  await plain('g.txt', words('f'));
  assert.equal(await run(), '8 new');
});

test('a file is a book again when the better one is no book any more, or never was', async () => {
  await epub('a.epub', words('a'));
  await html('a.html', words('a'));
  await run();
  await rm(join(folder, 'a.epub'));
  assert.equal(await run(), '1 left out for a better format');
  library.books.delete('a.epub');
  assert.equal(await run(), '1 new');
  await writeFile(join(folder, 'b.epub'), 'PK\x03\x04 broken');
  await html('b.html', words('b'));
  assert.equal(await run(), '1 new, 1 unchanged, 1 refused');
});

test('a better format that gets another text leaves the worse one a book of its own', async () => {
  await epub('a.epub', words('a'));
  await html('a.html', words('a'));
  await run();
  await epub('a.epub', words('z'));
  assert.equal(await run(), '1 new, 1 replaced');
  assert.deepEqual(files(), ['a.epub', 'a.html']);
  assert.equal(await run(), '2 unchanged');
});
