import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Facets } from '@libtrails/proto/http';
import { fromHttp, type HttpSearchAnswer, NO_YEAR } from './search-answer.ts';

const PASSAGE = {
  id: 9,
  bookId: 3,
  section: { index: 0, title: 'One', kind: 'body' },
  start: 0,
  end: 7,
  text: 'the sea',
  position: 0,
};
const ANSWER = {
  query: 'sea',
  scope: 'passages',
  total: 1,
  relevant: true,
  degraded: false,
  tookMs: { total: 4, embed: 1, signals: { fts_chunks: 2 }, fuse: 0.1 },
  results: [{ rank: 1, score: 0.016, passage: { ...PASSAGE, highlights: [[4, 7]] } }],
} as unknown as HttpSearchAnswer;

test('what an answer leaves out is filled in, and pairs become ranges', () => {
  const answer = fromHttp(ANSWER);
  assert.equal(answer.scope, 'passages');
  assert.equal(answer.totalExact, true);
  assert.deepEqual(answer.degradedReasons, []);
  assert.deepEqual(answer.results[0]?.passage?.highlights, [{ start: 4, end: 7 }]);
  assert.deepEqual(answer.results[0]?.passage?.sentences, []);
  assert.deepEqual(answer.results[0]?.signals, []);
  assert.equal(answer.results[0]?.relevance, '');
  assert.deepEqual(answer.facets.author, []);
  assert.deepEqual(answer.narrowedTo, []);
});

test('an answer counts its own scope even where the service counted none', () => {
  assert.deepEqual(fromHttp(ANSWER).counts, { passages: { count: 1, exact: true } });
});

test('counts come by scope, and say when there may be more', () => {
  const counts = [
    { scope: 'books', count: 500, exact: false },
    { scope: 'themes' },
    { scope: 'shelves' },
  ] as HttpSearchAnswer['counts'];
  assert.deepEqual(fromHttp({ ...ANSWER, ...(counts ? { counts } : {}) }).counts, {
    books: { count: 500, exact: false },
    themes: { count: 0, exact: true },
    passages: { count: 1, exact: true },
  });
});

test('facets stand under the names of the address', () => {
  const value = { value: 'en', label: 'English', count: 4 };
  assert.deepEqual(fromHttp({ ...ANSWER, facets: { languages: [value] } as unknown as Facets }).facets.lang, [
    value,
  ]);
});

test('books without a year are the last value of the years', () => {
  const facets = { decades: [{ value: '1850', label: '1850', count: 2 }], undated: 83 } as unknown as Facets;
  assert.deepEqual(fromHttp({ ...ANSWER, facets }).facets.decade.at(-1), {
    value: NO_YEAR,
    label: '',
    count: 83,
  });
  assert.deepEqual(fromHttp({ ...ANSWER, facets: { undated: 0 } as Facets }).facets.decade, []);
});
