import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Facets } from '../search/search-answer.ts';
import * as strings from '../search/search-strings.ts';
import { EMPTY_SEARCH } from '../search/search-url.ts';
import { activeFilters, withoutFilter } from './filter-labels.ts';
import { NO_FILTERS } from './search-filters.ts';

const FILTERS = { ...NO_FILTERS, author: ['Herman Melville'], domain: ['4'], from: 1850, to: 1859 };
const STATE = { ...EMPTY_SEARCH, query: 'sea', page: 3, filters: FILTERS };

test('every filter is named, ids by their facet, and has its way out', () => {
  const facets = { author: [], domain: [{ value: '4', label: 'Voyages', count: 3 }] } as unknown as Facets;
  const active = activeFilters(STATE, facets);
  assert.deepEqual(
    active.map((f) => f.key),
    ['author:Herman Melville', 'domain:4', 'years'],
  );
  assert.ok(active[1]?.label.includes('Voyages'));
  assert.deepEqual(active[1]?.without.filters.domain, []);
  assert.equal(active[1]?.without.page, 1);
});

test('one filter is lifted by the name that the contract gives it', () => {
  assert.deepEqual(withoutFilter(STATE, 'authors').filters, { ...FILTERS, author: [] });
  assert.deepEqual(withoutFilter(STATE, 'something new' as never).filters, NO_FILTERS);
});

test('a filter that leaves nothing is offered for removal in words, years and date included', () => {
  assert.equal(strings.search.without('yearFrom', 12, true), 'Without first year: 12');
  assert.equal(strings.search.without('yearTo', 12, false), 'Without last year: 12+');
  assert.equal(strings.search.without('addedAfter', 1, true), 'Without date added: 1');
  assert.deepEqual(withoutFilter(STATE, 'yearFrom').filters, { ...FILTERS, from: 0 });
  assert.deepEqual(withoutFilter(STATE, 'yearTo').filters, { ...FILTERS, to: 0 });
});

test('years are a span, books without a year, or both, with one way out', () => {
  const label = (from: number, to: number, undated: boolean) =>
    activeFilters({ ...STATE, filters: { ...NO_FILTERS, from, to, undated } }, undefined).map((f) => f.label);
  assert.deepEqual(label(1850, 1859, false), ['1850–1859']);
  assert.deepEqual(label(0, 0, true), ['no year']);
  assert.deepEqual(label(1850, 1859, true), ['1850–1859 or no year']);
});
