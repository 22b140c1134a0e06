import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { NO_FILTERS } from '../filters/search-filters.ts';
import {
  EMPTY_SEARCH,
  MODES,
  parseSearch,
  SCOPES,
  searchApiUrl,
  searchUrl,
  toParams,
  wholeNumber,
} from './search-url.ts';

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
    asTyped: fc.boolean(),
    filters: fc.constantFrom(NO_FILTERS, { ...NO_FILTERS, author: ['Emily Brontë'], from: 1850 }),
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
  const parsed = parseSearch(new URLSearchParams('q=sea&in=themes&book=12'));
  assert.deepEqual(parsed, { ...EMPTY_SEARCH, query: 'sea', scope: 'passages', book: 12 });
  assert.equal(searchUrl(parsed), '/search?q=sea&book=12');
});

test('an empty query lives at home', () => {
  assert.equal(searchUrl(parseSearch(new URLSearchParams('q=+&in=themes'))), '/');
});

test('what an address gets wrong becomes the default', () => {
  assert.deepEqual(parseSearch(new URLSearchParams('q=a&in=all&mode=magic&page=-3&book=x')), {
    ...EMPTY_SEARCH,
    query: 'a',
  });
});

test('the API is asked for the page with its trace, counts and facets', () => {
  const url = searchApiUrl({
    ...EMPTY_SEARCH,
    query: 'sea & salt',
    scope: 'passages',
    mode: 'keyword',
    page: 3,
    book: 7,
  });
  assert.equal(
    url,
    '/api/v1/search?q=sea+%26+salt&scope=passages&mode=keyword&limit=10&offset=20&explain=true&counts=true&facets=true&book=7',
  );
});

test('the API knows the filters by the names of the address', () => {
  const state = {
    ...EMPTY_SEARCH,
    query: 'sea',
    filters: { ...NO_FILTERS, author: ['A', 'B'], added: 'week' as const },
  };
  const asked = new URLSearchParams(searchApiUrl(state).split('?')[1]);
  assert.deepEqual(asked.getAll('author'), ['A', 'B']);
  assert.equal(asked.get('added'), 'week');
});

test('repeated parameters stay, those that are not there vanish', () => {
  assert.equal(toParams({ author: ['one', 'two'], x: undefined }).toString(), 'author=one&author=two');
});

test('numbers are kept within bounds', () => {
  assert.equal(wholeNumber('99', 1, 50), 50);
  assert.equal(wholeNumber('1e3', 1, 50), 1);
  assert.equal(wholeNumber(null, 4, 50), 4);
});
