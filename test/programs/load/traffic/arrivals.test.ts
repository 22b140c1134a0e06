import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runArrivals } from './arrivals.ts';
import type { Outcome } from './outcome.ts';

const next = () => ({ kind: 'search', path: '/' });

test('a slow answer does not hold back the requests after it, and waiting counts as latency', async () => {
  let open = 0;
  let most = 0;
  const outcomes: Outcome[] = [];
  await runArrivals({
    rate: 200,
    seconds: 0.25,
    next,
    sender: {
      async send() {
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => setTimeout(resolve, 100));
        open -= 1;
        return { fate: 'ok', reason: '' };
      },
      close: () => undefined,
    },
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  assert.ok(most > 1);
  assert.equal(open, 0);
  // Timers may be a few milliseconds early.
  assert.ok(outcomes.length > 0 && outcomes.every(({ milliseconds }) => milliseconds >= 90));
});
