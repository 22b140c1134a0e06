import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { EmbeddingClient } from '@libtrails/indexer/embed/embedding-client';
import { IngestClient } from '@libtrails/indexer/ingest-client';
import { indexLibrary } from '@libtrails/indexer/run/index-library';
import {
  FakeEmbedding,
  FakeLibrary,
  firstWords,
  noThemes,
  wordTokens,
} from '@libtrails/indexer/run/services.test-support';
import { makeOddFolder } from './make.ts';

const dir = mkdtempSync(join(tmpdir(), 'libtrails-odd-'));
const folder = join(dir, 'books');
const library = new FakeLibrary();
const service = new FakeEmbedding();
after(async () => {
  await Promise.all([library.stop(), service.stop()]);
  chmodSync(join(folder, 'locked folder'), 0o755);
  rmSync(dir, { recursive: true });
});

test('a folder of odd entries: every book is indexed, every other entry has its reason, the second look is quick', {
  timeout: 120_000,
}, async () => {
  const odd = await makeOddFolder(folder, { readAll: process.getuid?.() === 0 });
  const embedding = new EmbeddingClient({ address: await service.start(), cache: undefined, patienceMs: 0 });
  const ingest = new IngestClient({ address: await library.start(), token: undefined });
  const run = () =>
    indexLibrary(folder, {
      ingest,
      embedding,
      fingerprint: service.fingerprint,
      countTokens: wordTokens,
      extractTopics: firstWords,
      group: noThemes,
      pipelineOf: () => `p1/c1/t1/${service.fingerprint}`,
      worker: 'w',
      signal: new AbortController().signal,
    });
  const named = (entries: readonly { code: string; fileName: string }[]) =>
    entries.map(({ code, fileName }) => `${code} ${fileName}`).sort();
  try {
    const first = await run();
    assert.deepEqual([...library.books.keys()].sort(), odd.books);
    assert.deepEqual(named(first.refused), odd.refused.sort());
    assert.deepEqual(named(library.skipped), odd.skipped);
    assert.deepEqual(first.failed, []);

    const started = performance.now();
    const texts = service.texts.length;
    const second = await run();
    assert.ok(performance.now() - started < 5_000, 'the second look takes seconds');
    assert.equal(service.texts.length, texts);
    assert.equal(second.unchanged, odd.books.length);
    assert.deepEqual(named(second.refused), odd.refused);
    assert.deepEqual(named(library.skipped), odd.skipped);
  } finally {
    embedding.close();
    ingest.close();
  }
});
