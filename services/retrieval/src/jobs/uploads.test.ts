import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { BOOK_FORMATS, type BookFormatInfo } from '@libtrails/common/book-formats';
import { Uploads, uploadTitle } from './uploads.ts';

let folder: string;
let uploads: Uploads;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'libtrails-uploads-'));
  uploads = new Uploads(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

async function* pieces(...content: string[]) {
  for (const piece of content) yield Buffer.from(piece, 'latin1');
}
const stored = () => readdirSync(join(folder, 'uploads'));

test('an empty file is called empty', async () => {
  await assert.rejects(uploads.store(pieces(), 100, 'x.epub'), /The file is empty/);
});

test('equal files are stored once, under their content hash', async () => {
  const first = await uploads.store(pieces('PK\x03\x04', 'abc'), 100);
  const second = await uploads.store(pieces('PK', '\x03\x04abc'), 100);
  assert.equal(first, second);
  assert.match(first, /^[0-9a-f]{64}\.epub$/);
  assert.deepEqual(stored(), [first]);
});

for (const [what, content, code] of [
  ['is too large', ['PK\x03\x04', 'x'.repeat(100)], 'too_large'],
  ['is no archive', ['<html>'], 'unsupported_media_type'],
  ['ends within the first bytes', ['PK'], 'unsupported_media_type'],
  ['is empty', [], 'unsupported_media_type'],
] as const) {
  test(`a file that ${what} is refused and leaves nothing behind`, async () => {
    await assert.rejects(uploads.store(pieces(...content), 100), { code });
    assert.deepEqual(stored(), []);
  });
}

test('a file of any known format is taken, and keeps the extension of its format', async (t) => {
  const lines: BookFormatInfo = {
    id: 'lines',
    name: 'LINES',
    extensions: ['.lines'],
    mediaTypes: ['text/x-lines'],
    sniff: (head) => Buffer.from(head).toString('latin1').startsWith('#lines'),
  };
  BOOK_FORMATS.push(lines);
  t.after(() => BOOK_FORMATS.pop());
  assert.match(await uploads.store(pieces('#li', 'nes\nOne.'), 100, 'x'), /^[0-9a-f]{64}\.lines$/);
  await assert.rejects(uploads.store(pieces('\x89PNG\r\n'), 100), /EPUB.* or LINES/);
});

test('an upload that breaks off leaves nothing behind', async () => {
  const broken = async function* () {
    yield Buffer.from('PK\x03\x04');
    throw new Error('the connection is gone');
  };
  await assert.rejects(uploads.store(broken(), 100), /connection is gone/);
  assert.deepEqual(stored(), []);
});

test('files that no job waits for are removed', async () => {
  const kept = await uploads.store(pieces('PK\x03\x04', 'kept'), 100);
  await uploads.store(pieces('PK\x03\x04', 'left'), 100);
  await uploads.removeAllBut(new Set([kept]));
  assert.deepEqual(stored(), [kept]);
});

test('a title has no folders, no control characters and is not empty', () => {
  assert.equal(uploadTitle('C:\\books\\Moby Dick.epub'), 'Moby Dick.epub');
  assert.equal(uploadTitle('../../etc/passwd'), 'passwd');
  assert.equal(uploadTitle('a\u202eb\n\tc.epub'), 'abc.epub');
  assert.equal(uploadTitle('..'), 'upload.epub');
  assert.equal(uploadTitle(''), 'upload.epub');
  assert.equal(uploadTitle('x'.repeat(500)).length, 200);
});
