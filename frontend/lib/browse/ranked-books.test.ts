import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BookCount } from '../model.ts';
import { rankedBooks } from './ranked-books.ts';

const book = (id: number, title: string, passages: number, share: number) =>
  ({ book: { id, title }, passages, share, concentration: 1, primary: false }) as BookCount;
const BOOKS = [book(3, 'Walden', 9, 0.2), book(1, 'War and Peace', 90, 0.01), book(2, 'An Essay', 9, 0.2)];
const ids = (books: readonly BookCount[]) => books.map(({ book }) => book?.id);

test('a long book does not win by its length', () => {
  assert.deepEqual(ids(rankedBooks(BOOKS, 'relevance')), [2, 3, 1]);
});

test('by passages and by title, where asked', () => {
  assert.deepEqual(ids(rankedBooks(BOOKS, 'passages')), [1, 2, 3]);
  assert.deepEqual(ids(rankedBooks(BOOKS, 'title')), [2, 3, 1]);
});
