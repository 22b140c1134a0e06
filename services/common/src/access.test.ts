import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basicPasswordOf, bearerOf, cookieOf, sameSecret } from './access.ts';

test('secrets are compared whole', () => {
  assert.equal(sameSecret('a-token-for-the-test', 'a-token-for-the-test'), true);
  for (const given of ['', 'a-token-for-the-tes', 'a-token-for-the-test ', 'A-token-for-the-test']) {
    assert.equal(sameSecret(given, 'a-token-for-the-test'), false, given);
  }
});

test('the secret of a bearer, the password of a basic authorization', () => {
  assert.equal(bearerOf({ authorization: 'Bearer abc' }), 'abc');
  assert.equal(bearerOf({ authorization: 'bearer  abc ' }), 'abc');
  for (const authorization of [undefined, '', 'Bearer', 'Bearer a b', 'Basic YTpi']) {
    assert.equal(bearerOf({ authorization }), undefined, String(authorization));
  }
  const basic = (pair: string) => `Basic ${Buffer.from(pair).toString('base64')}`;
  assert.equal(basicPasswordOf({ authorization: basic('reader:with:colons') }), 'with:colons');
  assert.equal(basicPasswordOf({ authorization: basic('nobody') }), undefined);
  assert.equal(basicPasswordOf({ authorization: 'Basic !!!' }), undefined);
});

test('one cookie among others', () => {
  const cookie = 'theme=dark; libtrails_reader=reader.1.x=y; other';
  assert.equal(cookieOf({ cookie }, 'libtrails_reader'), 'reader.1.x=y');
  assert.equal(cookieOf({ cookie }, 'reader'), undefined);
  assert.equal(cookieOf({ cookie: undefined }, 'theme'), undefined);
});
