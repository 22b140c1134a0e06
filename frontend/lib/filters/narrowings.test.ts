import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { QueryField } from '../contract.ts';
import { unfitting } from './narrowings.ts';

const typed = (field: string, value: string, books: number) => ({
  field: field as QueryField,
  value,
  books,
});

test('a field that no book fits is named, and one that some fit is not', () => {
  assert.deepEqual(
    unfitting({ narrowedTo: [typed('author', 'nobody', 0), typed('lang', 'en', 90)], total: 0 }),
    ['No book by an author called “nobody”.'],
  );
  assert.deepEqual(unfitting({ narrowedTo: [typed('series', 'x', 0)], total: 0 }), ['No book matches “x”.']);
});

test('of the same field twice either is enough', () => {
  assert.deepEqual(
    unfitting({ narrowedTo: [typed('author', 'nobody', 0), typed('author', 'austen', 2)], total: 3 }),
    [],
  );
});

test('fields that fit no book together are said to', () => {
  const narrowedTo = [typed('author', 'austen', 2), typed('title', 'moby', 1)];
  assert.equal(unfitting({ narrowedTo, total: 0 }).length, 1);
  assert.deepEqual(unfitting({ narrowedTo, total: 4 }), []);
  assert.deepEqual(unfitting({ narrowedTo: [typed('author', 'austen', 2)], total: 0 }), []);
});
