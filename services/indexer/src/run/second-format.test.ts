import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { formatNames, formatOfContent } from '@libtrails/common/book-formats';
import { EmbeddingClient } from '../embed/embedding-client.ts';
import { writeEpub } from '../formats/epub/epub.test-support.ts';
import { lines } from '../formats/fake-format.test-support.ts';
import { IngestClient } from '../ingest-client.ts';
import { readBook } from '../pipeline/read-book.ts';
import { pipelineVersion } from '../pipeline/versions.ts';
import { indexUploads } from '../worker/uploads.ts';
import { describe } from './folder-summary.ts';
import { indexLibrary } from './index-library.ts';
import { FakeEmbedding, FakeLibrary, firstWords, noThemes, wordTokens } from './services.test-support.ts';

const READER = fileURLToPath(new URL('../pipeline/fake-format-reader.test-support.ts', import.meta.url));
const VERSION = lines.version;

let dir: string;
let library: FakeLibrary;
let embedding: FakeEmbedding;
let ingest: IngestClient;
let client: EmbeddingClient;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'format-'));
  library = new FakeLibrary();
  embedding = new FakeEmbedding();
  ingest = new IngestClient({ address: await library.start(), token: undefined });
  client = new EmbeddingClient({ address: await embedding.start(), cache: undefined, patienceMs: 0 });
});

afterEach(async () => {
  Object.assign(lines, { version: VERSION });
  ingest.close();
  client.close();
  await Promise.all([library.stop(), embedding.stop()]);
  await rm(dir, { recursive: true });
});

const tools = () => ({
  ingest,
  embedding: client,
  read: (path: string, signal: AbortSignal) => readBook(path, signal, undefined, READER),
  countTokens: wordTokens,
  extractTopics: firstWords,
  group: noThemes,
  fingerprint: embedding.fingerprint,
  pipelineOf: (fileName: string) => pipelineVersion(fileName, embedding.fingerprint),
  worker: 'tester',
  signal: new AbortController().signal,
});

test('a second format is found in a folder, read in the sandbox, and refused in its own words', async () => {
  await writeEpub(join(dir, 'a.epub'));
  await writeFile(join(dir, 'b.lines'), '#lines\nThe first line.\nThe second line.\n');
  await writeFile(join(dir, 'c.lines'), '#lines\n');
  const summary = await indexLibrary(dir, tools());
  assert.deepEqual(library.puts.toSorted(), ['created a.epub', 'created b.lines']);
  assert.equal(library.books.get('b.lines')?.title, 'b');
  const refused = [{ fileName: 'c.lines', code: 'no_lines', reason: 'The file holds no lines.' }];
  assert.deepEqual(summary.refused, refused);
  assert.deepEqual((await indexLibrary(dir, tools())).refused, refused);
});

test('a new reader version of one format indexes the books of that format again, and no others', async () => {
  await writeEpub(join(dir, 'a.epub'));
  await writeFile(join(dir, 'b.lines'), '#lines\nThe first line.\n');
  await indexLibrary(dir, tools());
  Object.assign(lines, { version: 'lines-v2' });
  const summary = await indexLibrary(dir, tools());
  assert.equal(describe(summary), '1 replaced, 1 unchanged');
  assert.deepEqual(library.puts.slice(2), ['replaced b.lines']);
});

test('the content of an upload decides what it is, and gives a name without extension one', async () => {
  const content = Buffer.from('#lines\nThe only line.\n');
  const job = library.addJob('index', 'letters', '');
  library.uploads.set(job.id, content);
  assert.equal(await indexUploads(tools()), 1);
  assert.deepEqual([...library.books.keys()], ['uploads/letters.lines']);
  assert.equal(formatOfContent(content, 'letters')?.id, 'lines');
  assert.match(formatNames(), /^EPUB\b.* or LINES$/);
});
