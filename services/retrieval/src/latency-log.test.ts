import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LatencyLog } from './latency-log.ts';

test('percentiles are of the last 1,000 searches of a stage', () => {
  const log = new LatencyLog();
  for (let ms = 1; ms <= 100; ms += 1) log.note('total', ms);
  log.note('embed', 7);
  assert.deepEqual(log.summary(), [
    { stage: 'total', p50Ms: 50, p95Ms: 95, searches: 100 },
    { stage: 'embed', p50Ms: 7, p95Ms: 7, searches: 1 },
  ]);
  for (let i = 0; i < 1_000; i += 1) log.note('total', 3);
  assert.deepEqual(log.summary()[0], { stage: 'total', p50Ms: 3, p95Ms: 3, searches: 1_000 });
});

test('nothing is said of stages that never ran', () => {
  assert.deepEqual(new LatencyLog().summary(), []);
});
