import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLoopbackHost } from './loopback.ts';

test('only addresses of this machine are', () => {
  for (const host of ['127.0.0.1', '::1', '[::1]', '::ffff:127.0.0.1', 'localhost']) {
    assert.equal(isLoopbackHost(host), true, host);
  }
  for (const host of ['', '0.0.0.0', '10.0.0.7', '127.0.0.1, 10.0.0.7', '127.0.0.1.example.org', 'unknown']) {
    assert.equal(isLoopbackHost(host), false, host);
  }
});
