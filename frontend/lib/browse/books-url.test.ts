import assert from 'node:assert/strict';
import { test } from 'node:test';
import { booksRequest, booksUrl, parseBooks, withFilter } from './books-url.ts';

test('an empty address is the whole shelf by title, and is written empty', () => {
  assert.equal(booksUrl(parseBooks({})), '/books');
  assert.equal(booksUrl(parseBooks({ sort: 'nonsense', view: 'x', page: '0', show: '99x' })), '/books');
});

test('an address comes back as it was', () => {
  const url =
    '/books?q=sea&author=Herman+Melville&author=Jules+Verne&lang=en&sort=year&view=list&page=2&show=3';
  const record: Record<string, string | string[]> = {};
  for (const [name, value] of new URL(url, 'http://x').searchParams) {
    const old = record[name];
    record[name] = old === undefined ? value : [old, value].flat();
  }
  assert.equal(booksUrl(parseBooks(record)), url);
});

test('a filter goes in, comes out, and begins on the first page', () => {
  const state = parseBooks({ page: '3', tag: 'Sea stories' });
  const both = withFilter(state, 'tag', 'Whaling');
  assert.deepEqual([both.filters.tag, both.page], [['Sea stories', 'Whaling'], 1]);
  assert.deepEqual(withFilter(both, 'tag', 'Sea stories').filters.tag, ['Whaling']);
});

test('decades become one span of years; what is no number is left out', () => {
  const { filters } = booksRequest(parseBooks({ decade: ['1850', '1890', 'x'], domain: ['7', '-1'] }));
  assert.deepEqual([filters.yearFrom, filters.yearTo, filters.domains], [1850, 1899, [7]]);
  assert.equal(booksRequest(parseBooks({})).filters.yearTo, 0);
});
