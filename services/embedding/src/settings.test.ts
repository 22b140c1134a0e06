import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSettings } from './settings.ts';

test('without any variable: loopback, the usual port, int8 on one thread, no metrics port', () => {
  const { host, port, metricsPort, embedder } = readSettings({});
  assert.deepEqual([host, port, metricsPort], ['127.0.0.1', 50_051, 0]);
  assert.deepEqual([embedder.backend, embedder.precision, embedder.threads], ['auto', 'int8', 1]);
});

test('an invalid value is reported with its variable', () => {
  assert.throws(
    () => readSettings({ EMBEDDING_PRECISION: 'int4', EMBEDDING_QUEUE_LIMIT: '10', EMBEDDING_HTTP_URL: 'x' }),
    (error: Error) =>
      ['EMBEDDING_PRECISION=int4', 'EMBEDDING_QUEUE_LIMIT=10', 'EMBEDDING_HTTP_URL=x'].every((line) =>
        error.message.includes(line),
      ),
  );
});
