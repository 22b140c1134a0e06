import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatNames, formatOfContent, formatOfName } from './book-formats.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test('a format is told by the extension, in any case', () => {
  assert.equal(formatOfName('a/Moby Dick.EPUB')?.id, 'epub');
  assert.equal(formatOfName('notes.txt'), undefined);
  assert.equal(formatOfName('epub'), undefined);
});

test('a format is told by the first bytes, also behind a few strange ones', () => {
  assert.equal(formatOfContent(bytes('PK\x03\x04rest'), 'x')?.id, 'epub');
  assert.equal(formatOfContent(bytes('\r\nPK\x03\x04rest'), 'x.epub')?.id, 'epub');
  assert.equal(formatOfContent(bytes('<html>PK'), 'x.epub'), undefined);
  assert.equal(formatOfContent(bytes(''), 'x.epub'), undefined);
});

test('formats are named in one phrase', () => {
  assert.equal(formatNames(), 'EPUB');
});
