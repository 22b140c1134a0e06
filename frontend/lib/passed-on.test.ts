import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forwardedFor, loginUrl, sessionCookies } from './passed-on.ts';

test('of the cookies, those of sessions alone are handed on', () => {
  const all = 'theme=dark; libtrails_reader=reader.1.x; other=libtrails_writer=1;libtrails_writer=writer.2.y';
  assert.equal(sessionCookies(all), 'libtrails_reader=reader.1.x; libtrails_writer=writer.2.y');
  assert.equal(sessionCookies(null), '');
  assert.equal(sessionCookies('theme=dark'), '');
});

test('the login page leads back to where the reader was', () => {
  assert.equal(loginUrl('/search?q=a&b'), '/login?next=%2Fsearch%3Fq%3Da%26b');
});

test('a caller on this machine is known as one only where nobody else is listened to', () => {
  assert.equal(forwardedFor('127.0.0.1', '127.0.0.1'), '');
  assert.equal(forwardedFor('127.0.0.1', '0.0.0.0'), '127.0.0.1');
  assert.equal(forwardedFor('192.0.2.7', '127.0.0.1'), '192.0.2.7');
  assert.equal(forwardedFor('192.0.2.7, 127.0.0.1', '127.0.0.1'), '192.0.2.7, 127.0.0.1');
  assert.equal(forwardedFor(null, '127.0.0.1'), 'unknown');
});
