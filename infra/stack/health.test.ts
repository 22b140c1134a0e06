import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { freePort, waitUntil, whyNotListen } from './health.ts';

test('a long wait is reported and goes on until the answer is yes', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'Date'] });
  const reports: number[] = [];
  let asked = 0;
  const wait = waitUntil(
    'It',
    async () => ++asked > 300,
    60_000,
    undefined,
    (s) => reports.push(s),
  );
  for (let step = 0; step < 320; step++) {
    t.mock.timers.tick(40);
    await setImmediate();
  }
  await wait;
  assert.deepEqual(reports, [5, 10]);
});

test('a port that another program holds on all addresses is in use, a free one is not', async () => {
  const port = await freePort();
  assert.equal(await whyNotListen(port), undefined);
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, '0.0.0.0', resolve));
  try {
    assert.equal(await whyNotListen(port), 'in use');
  } finally {
    other.close();
  }
});
