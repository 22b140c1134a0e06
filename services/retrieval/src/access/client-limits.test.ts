import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ClientLimits } from './client-limits.ts';

const from = (client: string) => ({ client, local: false });
const limited = { code: 'rate_limited' };

test('a client with too many requests is refused with a time to retry, others are served', () => {
  const limits = new ClientLimits(1);
  for (let i = 0; i < 10; i++) limits.enter(from('192.0.2.7'))();
  assert.throws(() => limits.enter(from('192.0.2.7')), { ...limited, retryAfterSeconds: 1 });
  assert.doesNotThrow(() => limits.enter(from('192.0.2.8')));
});

test('the open requests of a client are limited, and ending one permits another', () => {
  const limits = new ClientLimits(10_000);
  const leave = Array.from({ length: 128 }, () => limits.enter(from('192.0.2.7')));
  assert.throws(() => limits.enter(from('192.0.2.7')), limited);
  leave[0]?.();
  leave[0]?.();
  assert.doesNotThrow(() => limits.enter(from('192.0.2.7')));
  assert.throws(() => limits.enter(from('192.0.2.7')), limited, 'ended twice is ended once');
});

test('clients of an unknown proxy on this machine share the limits of one client', () => {
  const limits = new ClientLimits(1);
  for (let i = 0; i < 10; i++) limits.enter(from('127.0.0.1'))();
  assert.throws(() => limits.enter(from('127.0.0.1')), limited);
});

test('this machine has no limits, and no client has if they are switched off', () => {
  const limits = new ClientLimits(1);
  for (let i = 0; i < 1_000; i++) limits.enter({ client: '127.0.0.1', local: true });
  const off = new ClientLimits(0);
  for (let i = 0; i < 1_000; i++) off.enter(from('192.0.2.7'));
});
