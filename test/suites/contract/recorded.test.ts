/** What clients of the recorded version rely on: every field they were sent is still there, with its type and value. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startTestStack, type TestStack, waitUntilIndexed } from '../../test-stack.ts';
import { differences } from './recorded/compare.ts';
import { type Exchanges, exchange } from './recorded/exchange.ts';
import { readRecorded } from './recorded/record.ts';
import { GRPC_REQUESTS, HTTP_REQUESTS } from './recorded/requests.ts';

const recorded = readRecorded();
let stack: TestStack;
let now: Exchanges;

before(async () => {
  stack = await startTestStack({ withoutWeb: true });
  await waitUntilIndexed(stack.api);
  now = await exchange(stack.api, `127.0.0.1:${stack.ports.retrievalGrpc}`);
});

after(() => stack?.stop());

test('every call of the list is recorded', () => {
  assert.deepEqual(
    recorded.http.map(({ method, path }) => [method, path]),
    HTTP_REQUESTS,
  );
  assert.deepEqual(
    recorded.grpc.map(({ method, request }) => [method, request]),
    GRPC_REQUESTS,
  );
});

/** Better answers than the recorded ones, with the reason: of these, fields and types are compared, not values. */
const BETTER: Readonly<Record<string, string>> = {
  '/search?q=stocism&limit=1': 'a misspelt word is searched in its nearest spelling',
};

for (const [i, was] of recorded.http.entries()) {
  const better = BETTER[was.path];
  test(`${was.method} ${was.path} answers ${better === undefined ? 'as it did' : `in the same form: ${better}`}`, () => {
    assert.deepEqual(differences(was, now.http[i], '', better !== undefined), []);
  });
}

for (const [i, was] of recorded.grpc.entries()) {
  test(`${was.method} ${JSON.stringify(was.request)} answers over gRPC as it did`, () => {
    assert.deepEqual(differences(was, now.grpc[i]), []);
  });
}
