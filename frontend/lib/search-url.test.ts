import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { MODES, parseSearch, SCOPES, searchApiUrl, searchUrl, toParams, wholeNumber } from './search-url.ts';

const state = fc.record(
  {
    query: fc
      .string({ minLength: 1, maxLength: 80 })
      .map((q) => q.trim())
      .filter((q) => q !== '' && q.isWellFormed()),
    scope: fc.constantFrom(...SCOPES),
    mode: fc.constantFrom(...MODES),
    page: fc.integer({ min: 1, max: 50 }),
    book: fc.constant(0),
  },
  { noNullPrototype: true },
);

test('a search survives the way through its address', () => {
  fc.assert(
    fc.property(state, (s) => {
      const url = new URL(searchUrl(s), 'http://localhost');
      assert.deepEqual(parseSearch(url.searchParams), s);
    }),
  );
});

test('a search within a book is a search for passages', () => {
  const parsed = parseSearch(new URLSearchParams('q=sea&scope=themes&book=12'));
  assert.deepEqual(parsed, { query: 'sea', scope: 'passages', mode: 'hybrid', page: 1, book: 12 });
  assert.equal(searchUrl(parsed), '/search?q=sea&book=12');
});

test('an empty query lives at home', () => {
  assert.equal(searchUrl(parseSearch(new URLSearchParams('q=+&scope=themes'))), '/');
});

test('what an address gets wrong becomes the default', () => {
  assert.deepEqual(parseSearch(new URLSearchParams('q=a&scope=all&mode=magic&page=-3&book=x')), {
    query: 'a',
    scope: 'books',
    mode: 'hybrid',
    page: 1,
    book: 0,
  });
});

test('the API is asked for the page with its trace', () => {
  const url = searchApiUrl({ query: 'sea & salt', scope: 'passages', mode: 'keyword', page: 3, book: 7 });
  assert.equal(
    url,
    '/api/v1/search?q=sea+%26+salt&scope=passages&mode=keyword&limit=20&offset=40&explain=true&book=7',
  );
});

test('of a repeated parameter the first counts', () => {
  assert.equal(toParams({ q: ['one', 'two'], x: undefined }).toString(), 'q=one');
});

test('numbers are kept within bounds', () => {
  assert.equal(wholeNumber('99', 1, 50), 50);
  assert.equal(wholeNumber('1e3', 1, 50), 1);
  assert.equal(wholeNumber(null, 4, 50), 4);
});
