import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { FakeEmbedding, vectorOf } from '../run/services.test-support.ts';
import { EmbeddingClient } from './embedding-client.ts';

let service: FakeEmbedding;
let client: EmbeddingClient;
let address: string;

beforeEach(async () => {
  service = new FakeEmbedding();
  address = await service.start();
  client = new EmbeddingClient({ address, cache: undefined, patienceMs: 200 });
});
afterEach(async () => {
  client.close();
  await service.stop();
});

const texts = Array.from({ length: 100 }, (_, i) => `text ${i}`);

test('vectors come in the order of the texts, over several calls', async () => {
  const done = new Set<number>();
  const onDone = (places: readonly number[]) => {
    for (const place of places) done.add(place);
  };
  assert.deepEqual(await client.embed(texts, 'PASSAGE', { onDone }), texts.map(vectorOf));
  assert.equal(done.size, texts.length);
  assert.deepEqual(await client.embed([], 'LABEL'), []);
});

test('a full queue is waited for, longer than the patience', async () => {
  service.failures = { code: 'resource_exhausted', times: 60 };
  assert.equal((await client.embed(texts, 'LABEL')).length, texts.length);
});

test('a service that comes back in time is no error, one that stays away is', async () => {
  service.failures = { code: 'unavailable', times: 2 };
  assert.equal((await client.embed(['x'], 'LABEL')).length, 1);
  service.failures = { code: 'unavailable', times: 1_000_000 };
  await assert.rejects(client.embed(['x'], 'LABEL'), { code: 'unavailable' });
});

test('work that is stopped ends at once', async () => {
  service.delayMs = 60_000;
  const stopping = new AbortController();
  const work = client.embed(texts, 'PASSAGE', { signal: stopping.signal });
  setTimeout(() => stopping.abort(), 50);
  await assert.rejects(work, { code: 'cancelled' });
});

test('vectors of another model than at the start are refused', async () => {
  await client.info(5_000);
  service.fingerprint = 'fake/2';
  await assert.rejects(client.embed(['x'], 'LABEL'), {
    code: 'failed_precondition',
    message: /fake\/1.*fake\/2/,
  });
});

test('several services share the work', async () => {
  const second = new FakeEmbedding();
  const both = new EmbeddingClient({
    address: `${address},${await second.start()}`,
    cache: undefined,
    patienceMs: 0,
  });
  try {
    service.delayMs = 1;
    second.delayMs = 1;
    assert.deepEqual(await both.embed(texts, 'PASSAGE'), texts.map(vectorOf));
    assert.equal(await both.services(), 2);
    assert.ok(service.texts.length > 0 && second.texts.length > 0, 'each does a part');
    assert.equal(service.texts.length + second.texts.length, texts.length, 'and nothing twice');
  } finally {
    both.close();
    await second.stop();
  }
});

test('the work of a service that is away is done by the others', async () => {
  const second = new FakeEmbedding();
  const both = new EmbeddingClient({
    address: `${await second.start()},${address}`,
    cache: undefined,
    patienceMs: 0,
  });
  try {
    second.failures = { code: 'unavailable', times: 1_000_000 };
    assert.deepEqual(await both.embed(texts, 'PASSAGE'), texts.map(vectorOf));
    assert.equal(service.texts.length, texts.length);
  } finally {
    both.close();
    await second.stop();
  }
});
