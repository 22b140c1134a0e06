import assert from 'node:assert/strict';
import { test } from 'node:test';
import { book } from './browse-strings.ts';

test('other files of a book are named by their formats, each once', () => {
  assert.equal(book.otherFormats([]), '');
  assert.equal(book.otherFormats(['a.pdf', 'x/a.txt', 'a.text', 'a.cbz']), 'Also as PDF, plain text, a.cbz');
});
