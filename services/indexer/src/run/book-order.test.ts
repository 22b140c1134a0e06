import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inHelpfulOrder } from './book-order.ts';

const book = (fileName: string, size: number, modifiedMs: number) => ({
  file: { path: `/${fileName}`, fileName, size, modifiedMs },
});
const DAY_MS = 86_400_000;
const names = (books: { file: { fileName: string } }[]) => books.map(({ file }) => file.fileName);

test('the five smallest come first, then the most recent', () => {
  const books = [
    ...[9, 8, 7, 6, 5].map((size) => book(`small-${size}`, size, 0)),
    book('old', 100, 1 * DAY_MS),
    book('new', 300, 3 * DAY_MS),
    book('between', 200, 2 * DAY_MS),
  ];
  assert.deepEqual(names(inHelpfulOrder(books)), [
    ...['small-5', 'small-6', 'small-7', 'small-8', 'small-9'],
    ...['new', 'between', 'old'],
  ]);
});

test('books copied in one go are mixed, the same way in each run', () => {
  const books = Array.from({ length: 40 }, (_, i) => book(`book-${i}`, 100 + i, i));
  const order = names(inHelpfulOrder(books));
  assert.deepEqual(order, names(inHelpfulOrder(books.toReversed())));
  assert.deepEqual(new Set(order), new Set(names(books)));
  assert.notDeepEqual(order.slice(5), names(books).slice(5), 'not by size');
});
