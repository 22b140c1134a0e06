import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limitKey, plainAddress, TrustedProxies } from './client-address.ts';

test('peers of HTTP and gRPC come down to one form', () => {
  for (const [peer, address] of [
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:4711', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['[2001:db8::1]:443', '2001:db8::1'],
    ['2001:db8::1', '2001:db8::1'],
  ] as const) {
    assert.equal(plainAddress(peer), address);
  }
});

test('what a stranger writes into X-Forwarded-For is ignored', () => {
  const none = new TrustedProxies('');
  assert.equal(none.clientOf('192.0.2.7', '10.0.0.1'), '192.0.2.7');
  const local = new TrustedProxies('127.0.0.1, ::1');
  assert.equal(local.clientOf('192.0.2.7', '10.0.0.1'), '192.0.2.7');
  assert.equal(local.clientOf('127.0.0.1', '203.0.113.9'), '203.0.113.9');
  assert.equal(local.clientOf('127.0.0.1', undefined), '127.0.0.1');
});

test('only the hops that trusted proxies added count', () => {
  const proxies = new TrustedProxies('172.18.0.5,172.18.0.6');
  // The client claims 1.1.1.1; the outer proxy adds the client, the inner one the outer proxy.
  assert.equal(proxies.clientOf('172.18.0.5', '1.1.1.1, 203.0.113.9, 172.18.0.6'), '203.0.113.9');
  assert.equal(proxies.clientOf('172.18.0.5', 'garbage'), '172.18.0.5');
  assert.equal(proxies.clientOf('172.18.0.5', '<script>, 172.18.0.6'), '172.18.0.6');
});

test('names of proxies are looked up, and again when they move', async () => {
  let at = '172.18.0.5';
  const proxies = new TrustedProxies('caddy', async () => [at]);
  await proxies.refresh();
  assert.equal(proxies.clientOf('172.18.0.5', '203.0.113.9'), '203.0.113.9');
  at = '172.18.0.9';
  const later = performance.now() + 60_000;
  assert.equal(proxies.clientOf('172.18.0.9', '203.0.113.9', later), '172.18.0.9', 'not known yet');
  await proxies.refresh(later);
  assert.equal(proxies.clientOf('172.18.0.9', '203.0.113.9', later), '203.0.113.9');
  assert.equal(proxies.clientOf('172.18.0.5', '203.0.113.9', later), '172.18.0.5', 'no longer a proxy');
});

test('an IPv6 household is one client, whatever addresses it takes', () => {
  assert.equal(limitKey('2001:db8:1:2:aaaa::1'), limitKey('2001:db8:1:2:bbbb::2'));
  assert.notEqual(limitKey('2001:db8:1:2::1'), limitKey('2001:db8:1:3::1'));
  assert.equal(limitKey('::1'), '0:0:0:0::/64');
  assert.equal(limitKey('192.0.2.7'), '192.0.2.7');
});
