/** Somebody who stops waiting costs nothing more: a search that is given up leaves the queue of the model. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { connect } from '@libtrails/common/grpc-client';
import { createLogger } from '@libtrails/common/log';
import { type Embedder, embedderOf } from '@libtrails/embedding/embedder';
import { type FakeBackend, fakeBackend, fakeTokens } from '@libtrails/embedding/fake-backend.test-support';
import { type EmbeddingService, startEmbeddingService } from '@libtrails/embedding/service';
import { readSettings as embeddingSettings } from '@libtrails/embedding/settings';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/library';
import { type RetrievalService, startRetrieval } from '@libtrails/retrieval/service';
import { readSettings } from '@libtrails/retrieval/settings';
import { finishedBook } from '@libtrails/retrieval/store/sqlite/book.test-support';

/** Passes of the model that one search asks for: its words as a question and as a label. */
const PASSES = 2;

describe('a search that is given up', () => {
  const data = mkdtempSync(join(tmpdir(), 'libtrails-cancelled-'));
  const log = createLogger('test', 'silent');
  let backend: FakeBackend;
  let embedder: Embedder;
  let embedding: EmbeddingService;
  let retrieval: RetrievalService;

  before(async () => {
    // One text a run, and each run waits until the test lets it go.
    backend = fakeBackend({ rows: 1, tokens: 10_000 });
    const tokenizer = { encode: async (texts: readonly string[]) => texts.map(fakeTokens) };
    embedder = embedderOf(backend, tokenizer, { cacheSize: 0 });
    embedding = await startEmbeddingService(
      embeddingSettings({ EMBEDDING_PORT: '0', LIBTRAILS_LOG_LEVEL: 'silent' }),
      log,
      async () => embedder,
    );
    await embedding.ready;
    const settings = readSettings({
      RETRIEVAL_GRPC_PORT: '0',
      RETRIEVAL_HTTP_PORT: '0',
      RETRIEVAL_EMBEDDING: `127.0.0.1:${embedding.port}`,
      RETRIEVAL_EMBED_TIMEOUT_MS: '60000',
      LIBTRAILS_DATA: data,
      LIBTRAILS_LOG_LEVEL: 'silent',
    });
    retrieval = await startRetrieval(settings, log);
    const book = finishedBook({
      fileName: 'a.epub',
      fingerprint: 'fake',
      chunks: [{ text: 'A white whale.' }],
    });
    await retrieval.library.write('putBook', book);
  });
  after(async () => {
    await backend.releaseAll();
    await retrieval.stop();
    await embedding.stop();
    rmSync(data, { recursive: true });
  });

  const queued = async (texts: number) => {
    for (let tries = 0; embedder.info().queueDepth !== texts; tries += 1) {
      assert.ok(tries < 500, `${embedder.info().queueDepth} texts are queued instead of ${texts}`);
      await setTimeout(10);
    }
  };

  it('through HTTP or gRPC leaves the queue of the model; only the pass under way is run', async () => {
    const address = `http://127.0.0.1:${retrieval.httpPort}/api/v1/search?q=`;
    const giveUp = new AbortController();
    const asked = ['first', 'second'].map((word) => fetch(`${address}${word}`, { signal: giveUp.signal }));
    const failures = Promise.allSettled(asked);
    const { grpc } = loadContract<ProtoGrpcType>('library');
    const client = connect(grpc.libtrails.library.v1.LibraryService, `127.0.0.1:${retrieval.grpcPort}`);
    const ended = Promise.withResolvers<number | undefined>();
    const call = client.search({ query: 'third' }, (error) => ended.resolve(error?.code));
    await queued(3 * PASSES);
    assert.equal(backend.runs.length, 1);

    giveUp.abort();
    call.cancel();
    assert.ok((await failures).every(({ status }) => status === 'rejected'));
    assert.equal(await ended.promise, 1, 'CANCELLED');
    await queued(0);
    await backend.releaseAll();
    await setTimeout(50);
    assert.equal(backend.runs.length, 1);
    client.close();
  });
});
