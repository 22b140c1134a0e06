import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LibTrailsError } from '@libtrails/common/errors';
import { PROFILE } from '@libtrails/models/profile';
import { type EmbedderConfig, embedderOf, MAX_TEXT_UNITS, MAX_TEXTS } from './embedder.ts';
import { fakeBackend, fakeTokens, fakeVector } from './fake-backend.test-support.ts';

async function openEmbedder(config: EmbedderConfig = {}) {
  const backend = fakeBackend({ rows: 1, tokens: 10_000 });
  await backend.releaseAll();
  const tokenizer = { encode: async (texts: readonly string[]) => texts.map(fakeTokens) };
  return { backend, embedder: embedderOf(backend, tokenizer, config) };
}

test('only a question to passages carries the query instruction', async () => {
  const { backend, embedder } = await openEmbedder();
  await embedder.embed(['whale'], 'QUERY');
  await embedder.embed(['whale'], 'PASSAGE');
  await embedder.embed(['whale'], 'LABEL');
  assert.deepEqual(backend.runs.flat(), [`${PROFILE.prefixes.QUERY}whale`, 'whale', 'whale']);
});

test('a repeated query is answered from the cache, with the same vector and count', async () => {
  const { backend, embedder } = await openEmbedder();
  const first = await embedder.embed(['whale', 'sea'], 'QUERY');
  const second = await embedder.embed(['sea', 'ship', 'whale'], 'QUERY');
  assert.equal(backend.runs.length, 3);
  assert.deepEqual(second.vectors.subarray(0, 2), first.vectors.subarray(2, 4));
  assert.deepEqual(second.vectors.subarray(4, 6), first.vectors.subarray(0, 2));
  assert.deepEqual([second.tokenCounts[2], second.tokenCounts[0]], first.tokenCounts);
  const { cacheHits, cacheMisses } = embedder.info();
  assert.deepEqual({ cacheHits, cacheMisses }, { cacheHits: 2, cacheMisses: 3 });
});

test('the same words as query and as label are two entries', async () => {
  const { embedder } = await openEmbedder();
  const query = await embedder.embed(['whale'], 'QUERY');
  const label = await embedder.embed(['whale'], 'LABEL', { interactive: true });
  assert.notDeepEqual(query.vectors, label.vectors);
  assert.deepEqual([...label.vectors], fakeVector('whale'));
});

test('bulk work neither fills nor reads the cache', async () => {
  const { backend, embedder } = await openEmbedder();
  await embedder.embed(['whale'], 'LABEL');
  await embedder.embed(['whale'], 'LABEL');
  assert.equal(backend.runs.length, 2);
  assert.equal(embedder.info().cacheMisses, 0);
});

test('changing the returned vectors does not change the cache', async () => {
  const { embedder } = await openEmbedder();
  (await embedder.embed(['whale'], 'QUERY')).vectors.fill(0);
  const again = await embedder.embed(['whale'], 'QUERY');
  assert.deepEqual([...again.vectors], fakeVector(`${PROFILE.prefixes.QUERY}whale`));
});

test('the cache keeps the latest queries up to its size', async () => {
  const { backend, embedder } = await openEmbedder({ cacheSize: 2 });
  for (const text of ['a', 'b', 'c', 'c', 'b', 'a']) await embedder.embed([text], 'QUERY');
  assert.equal(backend.runs.length, 4);
});

test('texts longer than the window are counted before the cut', async () => {
  const { embedder } = await openEmbedder();
  const long = 'x'.repeat(PROFILE.maxTokens - 1);
  const answer = await embedder.embed([long, long.slice(1), 'short'], 'PASSAGE');
  assert.deepEqual(answer.tokenCounts, [PROFILE.maxTokens + 1, PROFILE.maxTokens, 7]);
  assert.equal(answer.truncated, 1);
  assert.equal(embedder.info().truncatedTotal, 1);
});

test('no text, too many, blank and too long texts are refused before any work', async () => {
  const { backend, embedder } = await openEmbedder();
  for (const [texts, message] of [
    [[], /texts is empty/],
    [Array.from({ length: MAX_TEXTS + 1 }, () => 'a'), /257 entries: at most 256/],
    [['fine', ' \n'], /texts\[1\] is blank/],
    [['a'.repeat(MAX_TEXT_UNITS + 1)], /texts\[0\] has 100001 characters/],
  ] as const) {
    await assert.rejects(embedder.embed(texts, 'PASSAGE'), (error: unknown) => {
      assert.ok(error instanceof LibTrailsError);
      assert.equal(error.code, 'invalid_argument');
      assert.match(error.message, message);
      return true;
    });
  }
  assert.equal(backend.runs.length, 0);
});

test('closing frees the model and refuses later calls', async () => {
  const { backend, embedder } = await openEmbedder();
  await embedder.close();
  assert.ok(backend.closed);
  await assert.rejects(embedder.embed(['late'], 'LABEL'), { code: 'unavailable' });
});
