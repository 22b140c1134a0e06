import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { LibTrailsError } from '@libtrails/common/errors';
import { PROFILE } from '@libtrails/models/profile';
import { openHttp } from './http.ts';
import { PROBE_TEXTS, probeVectors } from './probes.ts';

interface Ask {
  model: string;
  input: string[];
  authorization: string | undefined;
}
type Answer = (ask: Ask) => { status?: number; headers?: Record<string, string>; body: unknown };

const servers: Server[] = [];
after(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: Answer): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => {
      body += piece;
    });
    request.on('end', () => {
      assert.equal(request.url, '/v1/embeddings');
      const { authorization } = request.headers;
      const { status = 200, headers = {}, body: json } = answer({ ...JSON.parse(body), authorization });
      response.writeHead(status, headers).end(JSON.stringify(json));
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

const data = (rows: readonly (readonly number[])[]) => ({
  data: rows.map((embedding, index) => ({ index, embedding })),
});
const known = PROBE_TEXTS.map((_, row) =>
  // Not of norm 1, as some servers answer.
  [...probeVectors().subarray(row * PROFILE.dims, (row + 1) * PROFILE.dims)].map((v) => 3 * v),
);
const text = (content: string) => ({ text: content, ids: [101, 102] });
const open = (url: string) => openHttp({ url, model: undefined, token: undefined });

test('a server that gives the known vectors earns the fingerprint of the float32 weights', async () => {
  const backend = await open(await serve(() => ({ body: data(known) })));
  assert.equal(backend.fingerprint, 'bge-small-en-v1.5/float32/cls/l2/q1');
});

test('another model has its own fingerprint, even with the same dimensions', async () => {
  const other = known.map((row) => row.toReversed());
  const url = await serve(() => ({ body: data(other) }));
  const backend = await openHttp({ url, model: 'other-model', token: undefined });
  assert.equal(backend.fingerprint, 'http/other-model/l2/q1');
});

test('model and token are sent, and answers are put in order and scaled to norm 1', async () => {
  const asked: Ask[] = [];
  const url = await serve((ask) => {
    asked.push(ask);
    const rows = ask.input.map((input) => [input.length, 0]);
    return { body: { data: data(rows).data.reverse() } };
  });
  const backend = await openHttp({ url: `${url}/`, model: 'm', token: 'secret-token' });
  const rows = await backend.embed([text('a'), text('bcd')]);
  assert.deepEqual([...rows], [1, 0, 1, 0]);
  assert.deepEqual(asked.at(-1)!.input, ['a', 'bcd']);
  assert.deepEqual([asked.at(-1)!.model, asked.at(-1)!.authorization], ['m', 'Bearer secret-token']);
});

test('a busy, broken or absent server is unavailable, not a wrong answer', async () => {
  let answer: Answer = () => ({ body: data(known) });
  const backend = await open(await serve((ask) => answer(ask)));
  for (const [next, retry] of [
    [() => ({ status: 503, headers: { 'retry-after': '7' }, body: {} }), 7],
    [() => ({ status: 500, body: 'oops' }), 5],
    [() => ({ body: { error: 'no data' } }), undefined],
    [() => ({ body: data([]) }), undefined],
    [() => ({ body: data([[1, 2]]) }), undefined],
    [() => ({ body: { data: [{ index: 0, embedding: ['x', null] }] } }), undefined],
  ] as const satisfies [Answer, number | undefined][]) {
    answer = next;
    await assert.rejects(backend.embed([text('a')]), (error: unknown) => {
      assert.ok(error instanceof LibTrailsError, String(error));
      assert.equal(error.code, 'unavailable');
      assert.equal(error.retryAfterSeconds, retry);
      return true;
    });
  }
  await assert.rejects(open('http://127.0.0.1:1/v1'), { code: 'unavailable' });
});
