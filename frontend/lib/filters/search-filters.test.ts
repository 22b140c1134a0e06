import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folded } from '../search/query.ts';
import { filterCount, NO_FILTERS, parseFilters, toggled, writeFilters } from './search-filters.ts';

test('filters come back from the address they were written to', () => {
  const filters = {
    ...NO_FILTERS,
    author: ['Emily Brontë', 'Herman Melville'],
    domain: ['4'],
    from: 1850,
    added: 'week' as const,
  };
  const params = new URLSearchParams();
  writeFilters(filters, params);
  assert.deepEqual(parseFilters(new URLSearchParams(params.toString())), filters);
  assert.equal(filterCount(filters), 5);
});

test('what an address says wrongly is no filter', () => {
  const params = new URLSearchParams('domain=four&from=long+ago&added=yesterday&author=');
  assert.deepEqual(parseFilters(params), NO_FILTERS);
  assert.equal(filterCount(NO_FILTERS), 0);
});

test('a value is put in once and taken out again', () => {
  const once = toggled(NO_FILTERS, 'author', 'Mary Shelley');
  assert.deepEqual(once.author, ['Mary Shelley']);
  assert.deepEqual(toggled(once, 'author', 'Mary Shelley').author, []);
});

test('accents and case do not matter when a list is narrowed', () => {
  assert.equal(folded('Gracián'), 'gracian');
});
