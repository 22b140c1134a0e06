import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatNames, formatOfContent, formatOfName } from './book-formats.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test('the format follows from the extension, in any case', () => {
  assert.equal(formatOfName('a/Moby Dick.EPUB')?.id, 'epub');
  assert.equal(formatOfName('notes.txt'), undefined);
  assert.equal(formatOfName('epub'), undefined);
});

test('the format follows from the first bytes, also behind a few foreign ones', () => {
  assert.equal(formatOfContent(bytes('PK\x03\x04rest'), 'x')?.id, 'epub');
  assert.equal(formatOfContent(bytes('\r\nPK\x03\x04rest'), 'x.epub')?.id, 'epub');
  assert.equal(formatOfContent(bytes('<html>PK'), 'x.epub'), undefined);
  assert.equal(formatOfContent(bytes(''), 'x.epub'), undefined);
});

test('formats are named in one phrase', () => {
  assert.equal(formatNames(), 'EPUB');
});
