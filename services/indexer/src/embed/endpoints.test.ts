import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endpointsOf } from './endpoints.ts';

test('addresses are taken as they stand, each once', async () => {
  assert.deepEqual(await endpointsOf('127.0.0.1:50051'), ['127.0.0.1:50051']);
  assert.deepEqual(await endpointsOf('127.0.0.1:1, [::1]:2,127.0.0.1:1'), ['127.0.0.1:1', '[::1]:2']);
  assert.deepEqual(await endpointsOf('localhost:3'), ['localhost:3']);
});

test('a name that is not known is left to be asked again', async () => {
  assert.deepEqual(await endpointsOf('no-such-host.invalid:4'), ['no-such-host.invalid:4']);
});
