import assert from 'node:assert/strict';
import { test } from 'node:test';
import { summarize } from './percentiles.ts';

test('nothing measured is no latency', () => {
  assert.deepEqual(summarize([]), { count: 0, p50: 0, p95: 0, p99: 0, max: 0 });
});
