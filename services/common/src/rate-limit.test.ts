import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RateLimiter } from './rate-limit.ts';

test('a burst passes, then as many as the rate allows', () => {
  const limiter = new RateLimiter({ perSecond: 2, burst: 5 });
  const taken = (at: number, tries: number) =>
    Array.from({ length: tries }, () => limiter.take('a', at)).filter((wait) => wait === 0).length;
  assert.equal(taken(0, 20), 5);
  assert.equal(taken(1_000, 20), 2);
  assert.equal(taken(100_000, 20), 5, 'a rest fills the bucket, and no more than that');
});

test('a refused client is told when to retry, and then passes', () => {
  const limiter = new RateLimiter({ perSecond: 0.1, burst: 1 });
  assert.equal(limiter.take('a', 0), 0);
  const wait = limiter.take('a', 1_000);
  assert.ok(Math.abs(wait - 9) < 1e-9, String(wait));
  assert.equal(limiter.take('a', 1_000 + wait * 1_000 + 1), 0);
});

test('each client has its own bucket, and looking takes nothing', () => {
  const limiter = new RateLimiter({ perSecond: 1, burst: 1 });
  assert.equal(limiter.take('a', 0), 0);
  assert.ok(limiter.take('a', 0) > 0);
  assert.equal(limiter.wait('b', 0), 0);
  assert.equal(limiter.take('b', 0), 0);
});

test('a flood of addresses takes bounded memory', () => {
  const limiter = new RateLimiter({ perSecond: 1, burst: 1 }, 100);
  for (let i = 0; i < 10_000; i++) limiter.take(`client ${i}`, i);
  assert.equal(limiter.clients, 100);
});
