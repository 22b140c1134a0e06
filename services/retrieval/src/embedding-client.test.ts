import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { Server, ServerCredentials, status } from '@grpc/grpc-js';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/embedding';
import { EmbeddingClient } from './embedding-client.ts';

const { service } = loadContract<ProtoGrpcType>('embedding').grpc.libtrails.embedding.v1.EmbeddingService;

interface Answer {
  vectors: Buffer;
  dims: number;
  fingerprint: string;
}
type Callback = (error: object | null, answer?: Answer) => void;

describe('the embedding client', () => {
  let server: Server;
  let client: EmbeddingClient;
  let calls: number;
  let answer: (callback: Callback) => void;
  const packed = (values: number[], dims: number): Answer => ({
    vectors: Buffer.from(Float32Array.from(values).buffer),
    dims,
    fingerprint: 'test/int8',
  });
  beforeEach(async () => {
    calls = 0;
    answer = (callback) => callback(null, packed([1, 0, 0, 1], 2));
    server = new Server();
    server.addService(service, {
      Embed: (_call: unknown, callback: Callback) => {
        calls += 1;
        answer(callback);
      },
      Info: (_call: unknown, callback: (error: null, info: object) => void) =>
        callback(null, { fingerprint: 'test/int8', backend: 'onnx' }),
    });
    const port = await new Promise<number>((resolve, reject) =>
      server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (e, p) =>
        e ? reject(e) : resolve(p),
      ),
    );
    client = new EmbeddingClient(`127.0.0.1:${port}`);
  });
  afterEach(() => {
    client.close();
    server.forceShutdown();
  });

  it('cuts the packed vectors apart and remembers the fingerprint', async () => {
    assert.equal(client.fingerprint(), undefined);
    const vectors = await client.embed(['a', 'b'], 'QUERY', 2_000);
    assert.deepEqual(
      vectors.map((v) => [...v]),
      [
        [1, 0],
        [0, 1],
      ],
    );
    assert.equal(client.fingerprint(), 'test/int8');
  });

  it('refuses vectors of another size than announced', async () => {
    answer = (callback) => callback(null, packed([1, 0, 0], 2));
    await assert.rejects(client.embed(['a', 'b'], 'QUERY', 2_000), { code: 'unavailable' });
  });

  it('gives up at the deadline', async () => {
    answer = () => undefined;
    await assert.rejects(client.embed(['a'], 'QUERY', 30), { code: status.DEADLINE_EXCEEDED });
  });

  it('stops asking a service that keeps failing, until it says what it runs again', async () => {
    answer = (callback) => callback({ code: status.UNAVAILABLE, details: 'no' });
    for (let i = 0; i < 3; i += 1) await assert.rejects(client.embed(['a'], 'QUERY', 2_000));
    await assert.rejects(client.embed(['a'], 'QUERY', 2_000), { code: 'unavailable' });
    assert.equal(calls, 3);
    answer = (callback) => callback(null, packed([1, 0], 2));
    await client.info(2_000);
    assert.equal((await client.embed(['a'], 'QUERY', 2_000)).length, 1);
  });

  it('tries a silent service again with one call at a time', async () => {
    const unavailable = { code: status.UNAVAILABLE, details: 'no' };
    answer = (callback) => callback(unavailable);
    for (let i = 0; i < 3; i += 1) await assert.rejects(client.embed(['a'], 'QUERY', 2_000));
    const arrived = Promise.withResolvers<Callback>();
    answer = arrived.resolve;
    const later = performance.now() + 1_500;
    mock.method(performance, 'now', () => later);
    const first = client.embed(['a'], 'QUERY', 2_000);
    await assert.rejects(client.embed(['a'], 'QUERY', 2_000), { code: 'unavailable' });
    mock.restoreAll();
    (await arrived.promise)(null, packed([1, 0], 2));
    assert.equal((await first).length, 1);
  });

  it('keeps asking a service that is slow or refuses as long as anything is heard of it', async () => {
    answer = (callback) => callback({ code: status.RESOURCE_EXHAUSTED, details: 'busy' });
    for (let i = 0; i < 5; i += 1) {
      await assert.rejects(client.embed(['a'], 'QUERY', 2_000), { code: status.RESOURCE_EXHAUSTED });
    }
    // One of the calls under way is answered, the others run out of time.
    const late = () => {
      answer = () => undefined;
      const calls = Array.from({ length: 4 }, () => client.embed(['a'], 'QUERY', 400));
      return Promise.allSettled(calls);
    };
    const slow = late();
    await client.info(2_000);
    const outcomes = await slow;
    assert.ok(outcomes.every(({ status: outcome }) => outcome === 'rejected'));
    answer = (callback) => callback(null, packed([1, 0], 2));
    assert.equal((await client.embed(['a'], 'QUERY', 2_000)).length, 1);
  });

  it('takes a service for dead that says nothing while calls wait for it, not for lack of patience', async () => {
    answer = () => undefined;
    const wait = (timeoutMs: number) =>
      Promise.allSettled(Array.from({ length: 4 }, () => client.embed(['a'], 'QUERY', timeoutMs)));
    await wait(20);
    calls = 0;
    await wait(350);
    assert.equal(calls, 4);
    await assert.rejects(client.embed(['a'], 'QUERY', 350), { code: 'unavailable' });
    assert.equal(calls, 4);
  });

  it('does not count callers that went away as failures', async () => {
    answer = () => undefined;
    for (let i = 0; i < 5; i += 1) {
      const controller = new AbortController();
      const call = client.embed(['a'], 'QUERY', 5_000, controller.signal);
      setImmediate(() => controller.abort());
      await assert.rejects(call);
    }
    answer = (callback) => callback(null, packed([1, 0], 2));
    assert.equal((await client.embed(['a'], 'QUERY', 2_000)).length, 1);
  });
});
