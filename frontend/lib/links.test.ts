import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bookUrl, coverUrl, passageUrl } from './links.ts';
import { readUrl } from './reader/place-links.ts';

test('a query travels along, whatever is in it', () => {
  assert.equal(bookUrl(3), '/books/3');
  assert.equal(bookUrl(3, 'salt & sea?'), '/books/3?q=salt+%26+sea%3F');
  assert.equal(passageUrl(9, 'sea'), '/passages/9?q=sea#here');
});

test('a section opens at a place, which its words find again', () => {
  assert.equal(readUrl(3, 0), '/books/3/read/0');
  assert.equal(
    readUrl(3, 4, { start: 7, end: 31, text: 'Call me Ishmael.' }, 'sea'),
    '/books/3/read/4?at=7-31&quote=call+me+ishmael&q=sea#here',
  );
});

test('a cover has an address that changes with it, or none', () => {
  assert.equal(coverUrl({ id: 3, cover: 'ab/12' }), '/api/v1/books/3/cover?v=ab%2F12');
  assert.equal(coverUrl({ id: 3, cover: '' }), undefined);
});
