import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { EmbeddingClient } from '../embed/embedding-client.ts';
import { writeEpub, xhtml } from '../formats/epub/epub.test-support.ts';
import { IngestClient } from '../ingest-client.ts';
import { pipelineVersion } from '../pipeline/versions.ts';
import { describe } from '../run/folder-summary.ts';
import { indexCalibreLibrary } from '../run/index-library.ts';
import {
  FakeEmbedding,
  FakeLibrary,
  firstWords,
  noThemes,
  wordTokens,
} from '../run/services.test-support.ts';
import { TestLibrary } from './calibre.test-support.ts';

let dir: string;
let calibre: TestLibrary;
let library: FakeLibrary;
let embedding: FakeEmbedding;
let ingest: IngestClient;
let client: EmbeddingClient;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'calibre-index-'));
  calibre = new TestLibrary(join(dir, 'Books'), 'L');
  library = new FakeLibrary();
  embedding = new FakeEmbedding();
  ingest = new IngestClient({ address: await library.start(), token: undefined });
  client = new EmbeddingClient({ address: await embedding.start(), cache: undefined, patienceMs: 0 });
});
afterEach(async () => {
  calibre.db.close();
  ingest.close();
  client.close();
  await Promise.all([library.stop(), embedding.stop()]);
  rmSync(dir, { recursive: true });
});

async function epub(seed: string): Promise<Buffer> {
  const path = join(dir, `${seed}.epub`);
  const words = Array.from({ length: 60 }, (_, i) => `${seed}${i}`).join(' ');
  await writeEpub(path, {
    metadata: `<dc:title>As the file says</dc:title><dc:language>fr</dc:language>`,
    files: { 'a.xhtml': xhtml(`<p>${words}</p>`) },
  });
  return readFileSync(path);
}
const text = (seed: string) => Array.from({ length: 150 }, (_, i) => `${seed}${i}`).join(' ');

/** Follows the library; answers the outcomes that the store saw, and the summary in words. */
async function follow(settledBeforeMs?: number) {
  library.puts.length = 0;
  const { fingerprint } = embedding;
  const summary = await indexCalibreLibrary(
    calibre.folder,
    {
      ingest,
      embedding: client,
      countTokens: wordTokens,
      extractTopics: firstWords,
      group: noThemes,
      fingerprint,
      pipelineOf: (fileName: string) => pipelineVersion(fileName, fingerprint),
      worker: 'tester',
      signal: new AbortController().signal,
    },
    { settledBeforeMs },
  );
  return { puts: [...library.puts], told: describe(summary), summary };
}

test('a library is indexed with its best formats and its own metadata; again, nothing is done', async () => {
  calibre.add({ uuid: 'a', title: 'Whale', files: { TXT: text('no'), EPUB: await epub('whale'), LIT: 'x' } });
  calibre.add({ uuid: 'b', title: 'Plain', files: { TXT: text('plain') }, languages: [] });
  calibre.add({ uuid: 'c', title: 'Comic', files: { CBZ: 'x' } });
  const { told } = await follow();
  assert.equal(told, '2 new');
  assert.deepEqual([...library.books.keys()].sort(), ['calibre/L/a', 'calibre/L/b']);
  const header = library.books.get('calibre/L/a')?.parts[0]?.header;
  assert.deepEqual([header?.metadata?.title, header?.metadata?.language], ['Whale', 'en']);
  assert.match(header?.catalogue?.link ?? '', /^calibre:\/\/show-book\/_hex_-[0-9a-f]+\/1$/);
  assert.match(library.jobs.find(({ kind }) => kind === 'folder')?.title ?? '', /^Calibre library Books$/);
  assert.deepEqual((await follow()).puts, []);
  assert.equal((await follow()).told, '2 unchanged');
});

test('edited metadata and a moved folder are followed without embedding', async () => {
  const id = calibre.add({ uuid: 'a', title: 'Whale', files: { EPUB: await epub('whale') } });
  await follow();
  const embedded = embedding.texts.length;
  const path = 'Ann Author/Whale, revised';
  renameSync(join(calibre.folder, `Ann Author/Whale (${id})`), join(calibre.folder, path));
  calibre.db.prepare('UPDATE books SET title = ?, path = ?').run('Whale, revised', path);
  const { puts, told } = await follow();
  assert.deepEqual([puts, told], [['updated calibre/L/a'], '1 with new metadata, 1 unchanged']);
  assert.equal(library.books.get('calibre/L/a')?.title, 'Whale, revised');
  assert.equal(embedding.texts.length, embedded);
  assert.deepEqual((await follow()).puts, []);
});

test('formats are added, replaced and removed, and the book keeps its id', async () => {
  const id = calibre.add({ uuid: 'a', title: 'Whale', files: { TXT: text('whale') } });
  await follow();
  const bookId = library.books.get('calibre/L/a')?.id;
  const file = calibre.addFile(id, 'EPUB', await epub('better'));
  assert.deepEqual((await follow()).puts, ['replaced calibre/L/a']);
  writeFileSync(file, await epub('corrected'));
  assert.deepEqual((await follow()).puts, ['replaced calibre/L/a']);
  rmSync(file);
  calibre.db.exec("DELETE FROM data WHERE format = 'EPUB'");
  assert.deepEqual((await follow()).puts, ['replaced calibre/L/a']);
  assert.equal(library.books.get('calibre/L/a')?.id, bookId);
  calibre.db.exec('DELETE FROM data');
  assert.deepEqual((await follow()).puts, ['deleted calibre/L/a']);
});

test('a deleted book goes, a merged one gives its file to the other', async () => {
  calibre.add({ uuid: 'a', title: 'A', files: { EPUB: await epub('a') } });
  const b = calibre.add({ uuid: 'b', title: 'B', files: { TXT: text('b') } });
  await follow();
  calibre.db.exec("DELETE FROM books WHERE uuid = 'a'; DELETE FROM data WHERE book = 1");
  calibre.addFile(b, 'EPUB', await epub('a'));
  assert.deepEqual((await follow()).puts, ['deleted calibre/L/a', 'replaced calibre/L/b']);
});

test('a file that is away or still written waits, and its book stays', async () => {
  const id = calibre.add({ uuid: 'a', title: 'A', files: { EPUB: await epub('a') } });
  assert.deepEqual((await follow(Date.now() - 60_000)).puts, []);
  assert.equal((await follow(Date.now() - 60_000)).summary.postponed, 1);
  await follow();
  renameSync(join(calibre.folder, `Ann Author/A (${id})`), join(calibre.folder, 'moving'));
  const { puts, summary } = await follow();
  assert.deepEqual([puts, summary.postponed], [[], 1]);
  assert.deepEqual(
    summary.skipped.map(({ code, fileName }) => `${code} ${fileName}`),
    [`calibre_missing Ann Author/A (${id})`],
  );
});

test('an empty library removes nothing', async () => {
  calibre.add({ uuid: 'a', title: 'A', files: { EPUB: await epub('a') } });
  await follow();
  calibre.db.exec('DELETE FROM books');
  const { puts, summary } = await follow();
  assert.deepEqual([puts, summary.skipped[0]?.code], [[], 'calibre']);
});

test('refused files are named by their place in Calibre, copies by the file that is there', async () => {
  calibre.add({ uuid: 'a', title: 'A', files: { EPUB: 'no book' } });
  calibre.add({ uuid: 'b', title: 'B', files: { TXT: text('same') } });
  calibre.add({ uuid: 'c', title: 'C', files: { TXT: text('same') } });
  const { summary } = await follow();
  assert.match(
    library.refusals.get('calibre/L/a')?.reason ?? '',
    /^Ann Author\/A \(1\)\/A\.epub: This is not an EPUB/,
  );
  assert.deepEqual(
    summary.duplicates.map(({ fileName }) => fileName),
    ['Ann Author/C (3)/C.txt'],
  );
  assert.equal((await follow()).told, '1 unchanged, 1 refused, 1 present under another name');
});

test('books of the folder and of another Calibre library are left alone', async () => {
  calibre.add({ uuid: 'a', title: 'A', files: { EPUB: await epub('a') } });
  await follow();
  const other = new TestLibrary(join(dir, 'Other'), 'M');
  other.add({ uuid: 'a', title: 'O', files: { EPUB: await epub('o') } });
  const first = calibre;
  calibre = other;
  await follow();
  other.db.exec("UPDATE books SET uuid = 'b'");
  assert.deepEqual((await follow()).puts.slice(0, 1), ['deleted calibre/M/a']);
  assert.deepEqual([...library.books.keys()].sort(), ['calibre/L/a', 'calibre/M/b']);
  first.db.close();
});
