import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loginUrl, sessionCookies } from './passed-on.ts';

test('of the cookies, those of sessions alone are handed on', () => {
  const all = 'theme=dark; libtrails_reader=reader.1.x; other=libtrails_writer=1;libtrails_writer=writer.2.y';
  assert.equal(sessionCookies(all), 'libtrails_reader=reader.1.x; libtrails_writer=writer.2.y');
  assert.equal(sessionCookies(null), '');
  assert.equal(sessionCookies('theme=dark'), '');
});

test('the login page leads back to where the reader was', () => {
  assert.equal(loginUrl('/search?q=a&b'), '/login?next=%2Fsearch%3Fq%3Da%26b');
});
