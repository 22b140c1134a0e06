/** The service over real gRPC, with a model that tests control. */
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { callUnary, connect } from '@libtrails/common/grpc-client';
import { createLogger } from '@libtrails/common/log';
import { PROFILE } from '@libtrails/models/profile';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/embedding';
import type { EmbeddingServiceClient } from '@libtrails/proto/types/embedding/v1/EmbeddingService';
import { type EmbedderConfig, embedderOf } from './embedder.ts';
import {
  FAKE_DIMS,
  type FakeBackend,
  fakeBackend,
  fakeTokens,
  fakeVector,
} from './fake-backend.test-support.ts';
import { startEmbeddingService } from './service.ts';
import { readSettings } from './settings.ts';

const SERVICE = 'libtrails.embedding.v1.EmbeddingService';
/** gRPC status codes (grpc.io, "Status codes and their use in gRPC"). */
const CANCELLED = 1;
const INVALID_ARGUMENT = 3;
const DEADLINE_EXCEEDED = 4;
const RESOURCE_EXHAUSTED = 8;
const UNAVAILABLE = 14;
/** grpc.health.v1.HealthCheckResponse.ServingStatus. */
const SERVING = 1;
const NOT_SERVING = 2;

const { grpc } = loadContract<ProtoGrpcType>('embedding');
const cleanUps: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

interface Started {
  client: EmbeddingServiceClient;
  backend: FakeBackend;
  /** Lets the model finish loading. */
  load(): Promise<void>;
}

async function start(config: EmbedderConfig = {}): Promise<Started> {
  const backend = fakeBackend({ rows: 1, tokens: 10_000 });
  const loaded = Promise.withResolvers<void>();
  const tokenizer = { encode: async (texts: readonly string[]) => texts.map(fakeTokens) };
  const settings = readSettings({ EMBEDDING_PORT: '0', LIBTRAILS_LOG_LEVEL: 'silent' });
  const service = await startEmbeddingService(settings, createLogger('test', 'silent'), async () => {
    await loaded.promise;
    return embedderOf(backend, tokenizer, config);
  });
  const client: EmbeddingServiceClient = connect(
    grpc.libtrails.embedding.v1.EmbeddingService,
    `127.0.0.1:${service.port}`,
  );
  cleanUps.push(
    () => service.stop(),
    () => backend.releaseAll(),
    () => loaded.resolve(),
    () => client.close(),
  );
  return {
    client,
    backend,
    load() {
      loaded.resolve();
      return service.ready;
    },
  };
}

const embed = (
  client: EmbeddingServiceClient,
  request: Parameters<EmbeddingServiceClient['embed']>[0],
  options: { timeoutMs?: number; signal?: AbortSignal } = {},
) => callUnary(client, client.embed, request, { timeoutMs: 5_000, ...options });

/** A length-delimited protobuf field, enough for health and reflection requests. */
const stringField = (number: number, value: string) =>
  Buffer.concat([Buffer.from([(number << 3) | 2, value.length]), Buffer.from(value)]);
const asIs = (bytes: Buffer) => bytes;

function health(client: EmbeddingServiceClient, service: string): Promise<number> {
  return new Promise((resolve, reject) => {
    client.makeUnaryRequest(
      '/grpc.health.v1.Health/Check',
      asIs,
      // HealthCheckResponse is one enum field: tag, value.
      (bytes: Buffer) => bytes[1] ?? 0,
      stringField(1, service),
      (error, status) => (error ? reject(error) : resolve(status ?? 0)),
    );
  });
}

test('vectors arrive as packed little-endian floats in the order of the texts', async () => {
  const { client, backend, load } = await start();
  await load();
  await backend.releaseAll();
  const answer = await embed(client, { texts: ['whale', 'sea'], kind: 'PASSAGE' });
  assert.equal(answer.dims, FAKE_DIMS);
  assert.equal(answer.fingerprint, 'fake');
  assert.deepEqual(answer.tokenCounts, [7, 5]);
  const expected = [...fakeVector('whale'), ...fakeVector('sea')];
  assert.deepEqual(
    expected.map((_, i) => answer.vectors.readFloatLE(i * 4)),
    expected,
  );
  assert.equal(answer.vectors.length, expected.length * 4);
});

test('health says serving only when the model is warm, and calls before that are unavailable', async () => {
  const { client, load } = await start();
  assert.equal(await health(client, SERVICE), NOT_SERVING);
  assert.equal(await health(client, ''), NOT_SERVING);
  await assert.rejects(embed(client, { texts: ['a'], kind: 'LABEL' }), {
    code: UNAVAILABLE,
    details: 'The model is still loading',
  });
  await load();
  assert.equal(await health(client, SERVICE), SERVING);
  assert.equal(await health(client, ''), SERVING);
});

test('reflection lists the service', async () => {
  const { client } = await start();
  const listed = await new Promise<string>((resolve, reject) => {
    const stream = client.makeBidiStreamRequest(
      '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo',
      asIs,
      (bytes: Buffer) => bytes.toString('latin1'),
    );
    stream.on('data', resolve).on('error', reject);
    // ServerReflectionRequest.list_services
    stream.write(stringField(7, '*'));
    stream.end();
  });
  assert.ok(listed.includes(SERVICE));
});

test('Info describes how vectors are made and how busy the service is', async () => {
  const { client, backend, load } = await start({ queueLimit: 600 });
  await load();
  const running = embed(client, { texts: ['a', 'b'], kind: 'LABEL' });
  await backend.release();
  const info = await callUnary(client, client.info, {}, { timeoutMs: 5_000 });
  assert.equal(info.model, PROFILE.name);
  assert.equal(info.queryInstruction, PROFILE.prefixes.QUERY);
  assert.equal(info.maxTokens, 512);
  assert.equal(info.backend, 'onnx');
  assert.deepEqual([info.queueDepth, info.queueLimit], [2, 600]);
  assert.ok(info.uptimeSeconds > 0);
  await backend.releaseAll();
  await running;
});

test('a request that the contract forbids is an invalid argument', async () => {
  const { client, load } = await start();
  await load();
  for (const request of [
    { texts: [], kind: 'PASSAGE' },
    { texts: Array.from({ length: 257 }, () => 'a'), kind: 'PASSAGE' },
    { texts: ['a'] },
    { texts: ['a'], kind: 9 as 1 },
    { texts: ['a'], kind: 'LABEL', priority: 9 as 1 },
  ] as const) {
    await assert.rejects(embed(client, { ...request, texts: [...request.texts] }), {
      code: INVALID_ARGUMENT,
    });
  }
});

test('a full queue refuses at once with a time to retry', async () => {
  const { client, backend, load } = await start({ queueLimit: 4 });
  await load();
  const running = embed(client, { texts: ['a', 'b', 'c'], kind: 'PASSAGE' });
  while (backend.runs.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await assert.rejects(
    embed(client, { texts: ['d'], kind: 'PASSAGE' }),
    (error: { code: number; metadata: { get(key: string): unknown[] } }) => {
      assert.equal(error.code, RESOURCE_EXHAUSTED);
      assert.ok(Number(error.metadata.get('retry-after')[0]) >= 1);
      return true;
    },
  );
  const query = embed(client, { texts: ['?'], kind: 'LABEL', priority: 'INTERACTIVE' });
  await backend.releaseAll();
  await Promise.all([running, query]);
});

test('waiting work is dropped when its caller disconnects or its deadline passes', async () => {
  const { client, backend, load } = await start();
  await load();
  const running = embed(client, { texts: ['first'], kind: 'PASSAGE' });
  while (backend.runs.length === 0) await new Promise((resolve) => setImmediate(resolve));
  const depth = async () => (await callUnary(client, client.info, {}, { timeoutMs: 5_000 })).queueDepth;
  const until = async (wanted: number) => {
    while ((await depth()) !== wanted);
  };

  const controller = new AbortController();
  const cancelled = assert.rejects(
    embed(client, { texts: ['cancelled'], kind: 'PASSAGE' }, { signal: controller.signal }),
    { code: CANCELLED },
  );
  await until(2);
  controller.abort();
  await cancelled;
  await until(1);

  await assert.rejects(embed(client, { texts: ['late'], kind: 'PASSAGE' }, { timeoutMs: 100 }), {
    code: DEADLINE_EXCEEDED,
  });
  await until(1);
  await backend.releaseAll();
  await running;
  assert.deepEqual(backend.runs, [['first']]);
});

test('a port in use is reported with the setting that changes it', async () => {
  const { client } = await start();
  const port = client.getChannel().getTarget().split(':').at(-1)!;
  const settings = readSettings({ EMBEDDING_PORT: port, LIBTRAILS_LOG_LEVEL: 'silent' });
  await assert.rejects(
    startEmbeddingService(settings, createLogger('test', 'silent')),
    new RegExp(`Port ${port} on 127.0.0.1 is in use`),
  );
});

test('a model that does not load fails the start and leaves nothing running', async () => {
  const settings = readSettings({ EMBEDDING_PORT: '0', LIBTRAILS_LOG_LEVEL: 'silent' });
  const service = await startEmbeddingService(settings, createLogger('test', 'silent'), async () => {
    throw new Error('no model');
  });
  await assert.rejects(service.ready, /no model/);
  await service.stop();
});

test('metrics are served where they are switched on', async () => {
  const backend = fakeBackend();
  await backend.releaseAll();
  const tokenizer = { encode: async (texts: readonly string[]) => texts.map(fakeTokens) };
  const embedder = embedderOf(backend, tokenizer);
  const settings = { ...readSettings({ EMBEDDING_PORT: '0' }), metricsPort: await freePort() };
  const service = await startEmbeddingService(settings, createLogger('test', 'silent'), async () => embedder);
  cleanUps.push(() => service.stop());
  await service.ready;
  await embedder.embed(['whale', 'whale', 'sea'], 'QUERY');
  const page = await (await fetch(`http://127.0.0.1:${service.metricsPort}/metrics`)).text();
  assert.match(page, /libtrails_embedding_texts_total\{service="embedding"\} 3/);
  assert.match(page, /libtrails_embedding_queue_texts\{service="embedding"\} 0/);
});

/** A port that is free at the moment. */
async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
