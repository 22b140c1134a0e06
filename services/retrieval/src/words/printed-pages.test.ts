import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { citedPages, pagesIn, readPages, storedPages } from './printed-pages.ts';

const START = [
  { label: 'xii', at: 0 },
  { label: '1', at: 100 },
  { label: '2', at: 300 },
];

test('a part of a text stands on the pages that it touches', () => {
  assert.deepEqual(pagesIn(START, 0, 50), [{ label: 'xii', at: 0 }]);
  assert.deepEqual(pagesIn(START, 150, 320), [
    { label: '1', at: 0 },
    { label: '2', at: 150 },
  ]);
  assert.deepEqual(pagesIn(START, 0, 100), [{ label: 'xii', at: 0 }]);
  assert.deepEqual(pagesIn(START, 100, 300), [{ label: '1', at: 0 }]);
  assert.deepEqual(pagesIn(START.slice(1), 0, 50), []);
  assert.deepEqual(pagesIn([], 0, 50), []);
});

test('pages are cited as one or as a span', () => {
  assert.equal(citedPages(START, 110, 290), '1');
  assert.equal(citedPages(START, 90, 310), 'xii–2');
  assert.equal(citedPages(START), 'xii–2');
  assert.equal(citedPages([]), '');
  assert.equal(
    citedPages([
      { label: '', at: 0 },
      { label: '7', at: 10 },
    ]),
    '7',
  );
});

test('a page that would be longer than any page is not believed to its end', () => {
  const sparse = [{ label: '1', at: 0 }];
  assert.equal(citedPages(pagesIn(sparse, 9_000, 9_500)), '1');
  assert.deepEqual(pagesIn(sparse, 10_000, 20_000), []);
  assert.deepEqual(pagesIn(sparse, 9_000, 12_000), [
    { label: '1', at: 0 },
    { label: '', at: 1_000 },
  ]);
});

test('every character of a part is on the page that it is on in the whole', () => {
  const starts = fc
    .uniqueArray(fc.nat(500), { maxLength: 12 })
    .map((places) => places.sort((a, b) => a - b).map((at, i) => ({ label: String(i + 1), at })));
  const pageAt = (pages: readonly { label: string; at: number }[], place: number) =>
    pages.findLast(({ at }) => at <= place)?.label ?? '';
  fc.assert(
    fc.property(starts, fc.nat(500), fc.integer({ min: 1, max: 200 }), (pages, from, length) => {
      const part = pagesIn(pages, from, from + length);
      for (let i = 0; i < length; i += 1) assert.equal(pageAt(part, i), pageAt(pages, from + i));
    }),
  );
});

test('they are stored in a few characters a page', () => {
  assert.equal(storedPages(START), '[[0,"xii"],[100,"1"],[300,"2"]]');
  assert.deepEqual(readPages(storedPages(START)), START);
  assert.equal(storedPages([]), '');
  assert.deepEqual(readPages(''), []);
});
