import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InfoResponse__Out as EmbeddingInfo } from '@libtrails/proto/types/embedding/v1/InfoResponse';
import { failed, succeeded } from '../errors/outcome.ts';
import type { LibraryStatus } from '../model.ts';
import { serviceRows, verdict } from './service-rows.ts';
import * as strings from './status-strings.ts';

const away = failed<never>({ code: 'unavailable', message: '' });
const library = (state: string) =>
  succeeded({
    version: '1',
    uptimeSeconds: 5,
    memoryBytes: 1,
    embedding: { state, message: 'Rebuild the library.', fingerprint: '', backend: '' },
  } as LibraryStatus);
const embedding = succeeded({
  model: 'bge',
  precision: 'int8',
  backend: 'onnx',
  uptimeSeconds: 5,
} as EmbeddingInfo);

test('the verdict names the worst thing that is wrong', () => {
  assert.equal(verdict(library('up'), embedding), strings.status.working);
  assert.equal(verdict(library('down'), embedding), strings.status.keywordOnly);
  assert.equal(verdict(library('up'), away), strings.status.keywordOnly);
  assert.equal(verdict(library('mismatch'), embedding), strings.status.otherModel);
  assert.equal(verdict(away, away), strings.status.libraryDown);
});

test('every service has its row, answering or not', () => {
  const states = (rows: ReturnType<typeof serviceRows>) => rows.map((r) => r.state);
  assert.deepEqual(states(serviceRows(library('up'), embedding, 1, 1)), ['up', 'up', 'up']);
  assert.deepEqual(states(serviceRows(away, away, 1, 1)), ['up', 'down', 'down']);
  const mismatch = serviceRows(library('mismatch'), embedding, 1, 1);
  assert.deepEqual(states(mismatch), ['up', 'up', 'mismatch']);
  assert.ok(mismatch[2]?.details.includes('Rebuild the library.'));
});
