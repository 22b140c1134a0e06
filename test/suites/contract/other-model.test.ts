/** Another model is another profile: one of 256 dimensions goes the whole way from a file to an answer. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';

// The profile is read when it is imported: everything else is imported after this.
process.env.LIBTRAILS_PROFILE = join(import.meta.dirname, 'tiny-profile');

const { createLogger } = await import('@libtrails/common/log');
const { embedderOf } = await import('@libtrails/embedding/embedder');
const { fakeTokens } = await import('@libtrails/embedding/fake-backend.test-support');
const { fingerprintOf } = await import('@libtrails/embedding/fingerprint');
const { startEmbeddingService } = await import('@libtrails/embedding/service');
const { readSettings: embeddingSettings } = await import('@libtrails/embedding/settings');
const { EmbeddingClient } = await import('@libtrails/indexer/embed/embedding-client');
const { writeEpub, xhtml } = await import('@libtrails/indexer/formats/epub/epub.test-support');
const { runGrouping } = await import('@libtrails/indexer/grouping/run');
const { IngestClient } = await import('@libtrails/indexer/ingest-client');
const { pipelineVersion } = await import('@libtrails/indexer/pipeline/versions');
const { indexLibrary } = await import('@libtrails/indexer/run/index-library');
const { extractTopics } = await import('@libtrails/indexer/topics/extract');
const { wordsVector } = await import('@libtrails/indexer/topics/words-embedder.test-support');
const { startRetrieval } = await import('@libtrails/retrieval/service');
const { readSettings } = await import('@libtrails/retrieval/settings');

const DIMS = 256;
const FINGERPRINT = 'tiny/float32/mean/l2/e1';

const BOOKS: Record<string, string[]> = {
  whales: [
    'The old harpooner told stories about whale hunting. A whale ship sailed from Nantucket harbour in winter.',
    'Whale oil burned in every lamp of Nantucket harbour. The harpooner sharpened his iron on the whale ship.',
  ],
  sailors: [
    'Sailors fear a storm at sea more than any whale. The whale ship lost her mast in the storm at sea.',
    'After the storm at sea the sailors sang. Nantucket harbour lay far behind the whale ship and its sailors.',
  ],
  gardens: [
    'Roses need good soil and patience. The garden soil was dark, and the roses grew along the kitchen garden.',
    'In the kitchen garden she planted beans. Garden soil wants compost, and roses want pruning in spring.',
  ],
};

interface Answer {
  total: number;
  degraded: boolean;
  results: { book: { id: number; title: string }; signals: { name: string }[] }[];
}

describe('a model of 256 dimensions', () => {
  const log = createLogger('test', 'silent');
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-other-model-'));
  const data = join(folder, 'data');
  const ends: (() => unknown)[] = [];
  const seen: string[] = [];
  let api: string;

  before(async () => {
    for (const [title, paragraphs] of Object.entries(BOOKS)) {
      await writeEpub(join(folder, `${title}.epub`), {
        metadata: `<dc:title>${title}</dc:title><dc:language>en</dc:language>`,
        files: { 'one.xhtml': xhtml(paragraphs.map((text) => `<p>${text}</p>`).join('')) },
      });
    }
    const backend = {
      name: 'http',
      precision: 'float32',
      dims: DIMS,
      fingerprint: fingerprintOf('float32'),
      limits: { rows: 32, tokens: 100_000, mixed: true },
      async embed(batch: readonly { text: string }[]) {
        seen.push(...batch.map(({ text }) => text));
        return Float32Array.from(batch.flatMap(({ text }) => [...wordsVector(text)]));
      },
      close: async () => {},
    } as const;
    const tokenizer = { encode: async (texts: readonly string[]) => texts.map(fakeTokens) };
    const embeddingService = await startEmbeddingService(
      embeddingSettings({ EMBEDDING_PORT: '0', LIBTRAILS_LOG_LEVEL: 'silent' }),
      log,
      async () => embedderOf(backend, tokenizer),
    );
    await embeddingService.ready;
    const retrieval = await startRetrieval(
      readSettings({
        RETRIEVAL_GRPC_PORT: '0',
        RETRIEVAL_HTTP_PORT: '0',
        RETRIEVAL_EMBEDDING: `127.0.0.1:${embeddingService.port}`,
        LIBTRAILS_DATA: data,
        LIBTRAILS_LOG_LEVEL: 'silent',
      }),
      log,
    );
    api = `http://127.0.0.1:${retrieval.httpPort}/api/v1`;
    const embedding = new EmbeddingClient({
      address: `127.0.0.1:${embeddingService.port}`,
      cache: undefined,
      patienceMs: 0,
    });
    const ingest = new IngestClient({ address: `127.0.0.1:${retrieval.grpcPort}`, token: undefined });
    ends.push(
      () => embedding.close(),
      () => ingest.close(),
      () => retrieval.stop(),
      () => embeddingService.stop(),
      () => rmSync(folder, { recursive: true, force: true }),
    );
    const { fingerprint } = await embedding.info(5_000);
    const summary = await indexLibrary(folder, {
      ingest,
      embedding,
      fingerprint,
      countTokens: async (texts) => texts.map((text) => text.split(/\s+/).length),
      extractTopics,
      group: (input) => runGrouping(input),
      pipelineOf: (fileName) => pipelineVersion(fileName, fingerprint),
      worker: 'test',
      signal: new AbortController().signal,
    });
    assert.deepEqual(summary.failed, []);
    assert.equal(summary.created, 3);
    assert.ok(summary.generation !== undefined, 'themes were made');
  });
  after(async () => {
    for (const end of ends) await end();
  });

  const get = async <T>(path: string): Promise<T> => {
    const answer = await fetch(`${api}${path}`);
    assert.equal(answer.status, 200, path);
    return (await answer.json()) as T;
  };
  const search = (q: string) => get<Answer>(`/search?scope=books&explain=true&q=${encodeURIComponent(q)}`);

  it('names its profile in the fingerprint and its dimensions in the library', async () => {
    const status = await get<{ fingerprint: string; counts: { books: number; topics: number } }>('/status');
    assert.equal(status.fingerprint, FINGERPRINT);
    assert.equal(status.counts.books, 3);
    assert.ok(status.counts.topics > 0);
  });

  it('gives each kind of text its own prefix', () => {
    assert.ok(seen.some((text) => text.startsWith('passage: The old harpooner')));
    assert.ok(seen.includes('roses'), 'labels have none');
  });

  it('is searched by word and by meaning', async () => {
    const answer = await search('whale ship');
    assert.equal(answer.degraded, false);
    const [first] = answer.results;
    assert.match(first!.book.title, /whales|sailors/);
    assert.ok(first!.signals.some(({ name }) => name === 'vec_chunks'));
    assert.ok(seen.includes('query: whale ship'));
  });

  it('relates books by their vectors', async () => {
    const [first] = (await search('whale ship')).results;
    const related = await get<{ results: { book: { title: string } }[] }>(
      `/books/${first!.book.id}/related?limit=1`,
    );
    assert.match(related.results[0]!.book.title, /whales|sailors/);
  });

  it('is refused by a process with another profile, which is told the setting', async () => {
    const { requireDims } = await import('@libtrails/retrieval/store/sqlite/vector-tables');
    const { openReader } = await import('@libtrails/retrieval/store/sqlite/open');
    const db = openReader(data);
    assert.throws(() => requireDims(db, 384), { code: 'failed_precondition', message: /LIBTRAILS_PROFILE/ });
    db.close();
  });
});
