import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatNames, formatOfContent, formatOfName, isBetterFormat, workName } from './book-formats.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

test('the format follows from the extension, in any case', () => {
  assert.equal(formatOfName('a/Moby Dick.EPUB')?.id, 'epub');
  assert.equal(formatOfName('notes.txt')?.id, 'txt');
  assert.equal(formatOfName('notes.doc'), undefined);
  assert.equal(formatOfName('epub'), undefined);
});

test('the format follows from the first bytes, also behind a few foreign ones', () => {
  assert.equal(formatOfContent(bytes('PK\x03\x04rest'), 'x')?.id, 'epub');
  assert.equal(formatOfContent(bytes('\r\nPK\x03\x04rest'), 'x.epub')?.id, 'epub');
  assert.equal(formatOfContent(bytes('<?xml version="1.0"?><FictionBook>'), 'x.epub')?.id, 'fb2');
  assert.equal(formatOfContent(bytes('PK\x03\x04rest'), 'x.fb2.zip')?.id, 'fb2');
  assert.equal(formatOfContent(bytes('PK\x03\x04rest'), 'x.docx')?.id, 'docx');
  assert.equal(formatOfContent(bytes('junk\n%PDF-1.4'), 'x.epub')?.id, 'pdf');
  const palm = bytes(`${'\0'.repeat(60)}BOOKMOBI`);
  assert.deepEqual(
    ['x', 'x.azw3', 'x.MOBI', 'x.prc', 'x.epub'].map((name) => formatOfContent(palm, name)?.id),
    ['azw3', 'azw3', 'mobi', 'mobi', 'azw3'],
  );
  assert.equal(formatOfContent(bytes('<html>PK'), 'x.epub'), undefined);
  assert.equal(formatOfContent(bytes(''), 'x.epub'), undefined);
});

test('text is told by its name only, and only where its bytes can be text', () => {
  assert.equal(formatOfContent(bytes('<html>a'), 'x.html')?.id, 'html');
  assert.equal(formatOfContent(bytes('# A'), 'x.md')?.id, 'markdown');
  assert.equal(formatOfContent(bytes('A\x00b\x00'), 'x.txt')?.id, 'txt');
  assert.equal(formatOfContent(bytes('A text'), 'x.epub'), undefined);
  assert.equal(formatOfContent(bytes('A text'), 'x'), undefined);
  assert.equal(formatOfContent(bytes('PK\x03\x04rest'), 'x.txt')?.id, 'epub');
  assert.equal(
    formatOfContent(bytes('\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\x3e'), 'x.txt'),
    undefined,
  );
});

test('formats are named in one phrase', () => {
  assert.equal(formatNames(), 'EPUB, AZW3, MOBI, FB2, DOCX, ODT, PDF, HTML, Markdown or plain text');
});

test('formats of one work share its path and differ in their extensions; the order of formats says which is better', () => {
  assert.equal(workName('b/Moby Dick.fb2.zip'), 'b/Moby Dick');
  assert.equal(workName('b/Moby Dick.EPUB'), 'b/Moby Dick');
  assert.equal(workName('b/Moby Dick'), 'b/Moby Dick');
  const order = ['a.epub', 'a.azw3', 'a.mobi', 'a.fb2', 'a.pdf', 'a.html', 'a.md', 'a.txt'];
  assert.deepEqual(
    order.toReversed().toSorted((a, b) => (isBetterFormat(a, b) ? -1 : 1)),
    order,
  );
  assert.equal(isBetterFormat('a.txt', 'b.text'), false);
});
