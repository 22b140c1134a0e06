import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  identifyClient,
  isLoopback,
  isNear,
  limitKey,
  plainAddress,
  TrustedProxies,
} from './client-address.ts';

test('addresses of HTTP and gRPC peers get one form', () => {
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

test('X-Forwarded-For from an untrusted peer is ignored', () => {
  const none = new TrustedProxies('');
  assert.equal(none.clientOf('192.0.2.7', '10.0.0.1'), '192.0.2.7');
  const local = new TrustedProxies('127.0.0.1, ::1');
  assert.equal(local.clientOf('192.0.2.7', '10.0.0.1'), '192.0.2.7');
  assert.equal(local.clientOf('127.0.0.1', '203.0.113.9'), '203.0.113.9');
  assert.equal(local.clientOf('127.0.0.1', undefined), '127.0.0.1');
});

test('only hops added by trusted proxies count', () => {
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

test('all addresses of an IPv6 /64 are one client', () => {
  assert.equal(limitKey('2001:db8:1:2:aaaa::1'), limitKey('2001:db8:1:2:bbbb::2'));
  assert.notEqual(limitKey('2001:db8:1:2::1'), limitKey('2001:db8:1:3::1'));
  assert.equal(limitKey('::1'), '0:0:0:0::/64');
  assert.equal(limitKey('192.0.2.7'), '192.0.2.7');
});

test('loopback is recognised in every form the transports use', () => {
  for (const address of [
    '127.0.0.1',
    '127.0.0.1:50052',
    '127.8.9.1',
    '::1',
    '[::1]:8080',
    '::ffff:127.0.0.1',
  ]) {
    assert.equal(isLoopback(address), true, address);
  }
  for (const address of [
    '10.0.0.1',
    '192.0.2.7:80',
    '[2001:db8::1]:443',
    '128.0.0.1',
    '',
    '127.evil.example',
  ]) {
    assert.equal(isLoopback(address), false, address);
  }
});

test('metrics are for loopback and private networks', () => {
  for (const address of ['127.0.0.1', '::1', '10.1.2.3', '::ffff:192.168.1.1', '172.31.0.1', 'fd00::1']) {
    assert.equal(isNear(address), true, address);
  }
  for (const address of ['203.0.113.9', '172.32.0.1', '2001:db8::1', '']) {
    assert.equal(isNear(address), false, address);
  }
});

const nobody = new TrustedProxies('');
const isLocal = (peer: string, headers: Record<string, unknown> = {}, proxies = nobody) =>
  identifyClient(peer, headers, proxies).local;

test('this machine is a peer on loopback that forwards nothing', () => {
  for (const peer of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '127.0.0.1:50052', '[::1]:50052']) {
    assert.equal(isLocal(peer, { host: '127.0.0.1', cookie: 'a=b' }), true, peer);
  }
  for (const peer of ['192.0.2.7', '10.0.0.7:80', '2001:db8::1', ''])
    assert.equal(isLocal(peer), false, peer);
});

test('any forwarding header means another machine, whatever it says and even when it is empty', () => {
  for (const name of [
    'forwarded',
    'via',
    'cdn-loop',
    'x-forwarded',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-server',
    'x-original-forwarded-for',
    'x-real-ip',
    'x-client-ip',
    'x-cluster-client-ip',
    'x-envoy-external-address',
    'true-client-ip',
    'fastly-client-ip',
    'x-azure-clientip',
    'cf-connecting-ip',
    'cf-ray',
    'do-connecting-ip',
    'tailscale-user-login',
  ]) {
    for (const value of ['', '127.0.0.1', 'for=127.0.0.1']) {
      assert.equal(isLocal('127.0.0.1', { [name]: value }), false, `${name}: ${value}`);
    }
  }
});

test('a trusted proxy on this machine is not this machine, with or without a name for its client', () => {
  const proxies = new TrustedProxies('127.0.0.0/8, ::1');
  assert.deepEqual(identifyClient('127.0.0.1', {}, proxies), { address: '127.0.0.1', local: false });
  assert.deepEqual(identifyClient('::1', { 'x-forwarded-for': '' }, proxies), {
    address: '::1',
    local: false,
  });
  assert.deepEqual(identifyClient('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, proxies), {
    address: '127.0.0.1',
    local: false,
  });
  assert.equal(
    identifyClient('127.0.0.1', { 'x-forwarded-for': '203.0.113.9' }, proxies).address,
    '203.0.113.9',
  );
});

test('while the name of a proxy has no address, it may be on loopback', async () => {
  let found: string[] = [];
  const proxies = new TrustedProxies('my-proxy', async () => found);
  await proxies.refresh();
  assert.equal(isLocal('127.0.0.1', {}, proxies), false);
  found = ['192.0.2.7'];
  await proxies.refresh();
  assert.equal(isLocal('127.0.0.1', {}, proxies), true);
});

test('an invalid network is an error with the name of its setting', () => {
  assert.throws(() => new TrustedProxies('10.0.0.0/99'), /LIBTRAILS_TRUSTED_PROXIES=10\.0\.0\.0\/99/);
});
