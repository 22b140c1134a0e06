import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Caller, isLoopback, requireWriter } from './access.ts';

const TOKEN = 'sixteen-characters';
const caller = (over: Partial<Caller>): Caller => ({
  address: '192.0.2.7:4711',
  authorization: undefined,
  forwarded: false,
  ...over,
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

test('the machine itself may write without a token', () => {
  assert.doesNotThrow(() => requireWriter(caller({ address: '127.0.0.1:9' }), undefined));
});

test('another machine may not write while no token is set', () => {
  assert.throws(() => requireWriter(caller({}), undefined), /Set LIBTRAILS_TOKEN/);
  assert.throws(
    () => requireWriter(caller({ authorization: 'Bearer undefined' }), undefined),
    /LIBTRAILS_TOKEN/,
  );
});

test('another machine may write with the token and with nothing else', () => {
  assert.doesNotThrow(() => requireWriter(caller({ authorization: `Bearer ${TOKEN}` }), TOKEN));
  for (const authorization of [undefined, 'Bearer wrong', `Basic ${TOKEN}`, `Bearer ${TOKEN}x`, '']) {
    assert.throws(() => requireWriter(caller({ authorization }), TOKEN), /token/, String(authorization));
  }
});

test('what a proxy on this machine brings is not taken for the machine itself', () => {
  assert.throws(() => requireWriter(caller({ address: '127.0.0.1', forwarded: true }), TOKEN), /token/);
});
