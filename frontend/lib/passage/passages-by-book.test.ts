import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TopicPassage } from '../model.ts';
import { passagesByBook } from './passages-by-book.ts';

const found = (bookId: number, id: number) => ({ book: { id: bookId }, passage: { id } }) as TopicPassage;

test('passages stand under their books, a few of each, in the order of the best', () => {
  const groups = passagesByBook([found(2, 10), found(1, 11), found(2, 12), found(2, 13), found(2, 14)]);
  assert.deepEqual(
    groups.map(({ book, passages }) => [book.id, passages.map((p) => p.id)]),
    [
      [2, [10, 12, 13]],
      [1, [11]],
    ],
  );
});

test('what has no book or no passage is left out', () => {
  assert.deepEqual(passagesByBook([{ book: null, passage: null }]), []);
});
