import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { findFile, readableFiles } from './book-files.ts';

let dir: string;
let root: string;
beforeEach(() => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'calibre-files-')));
  root = join(dir, 'library');
  mkdirSync(join(root, 'A/T (1)'), { recursive: true });
  writeFileSync(join(dir, 'secret.epub'), 'secret');
});
afterEach(() => rmSync(dir, { recursive: true }));

const formats = (...names: string[]) => ({ formats: names.map((format) => ({ format, name: 'T' })) });

test('the best format comes first, and formats without a reader are left out', () => {
  assert.deepEqual(readableFiles(formats('TXT', 'PDF', 'CBZ', 'FB2', 'AZW3', 'LIT', 'EPUB')), [
    'T.epub',
    'T.azw3',
    'T.fb2',
    'T.pdf',
    'T.txt',
  ]);
});

test('a file that is missing gives way to the next format', async () => {
  writeFileSync(join(root, 'A/T (1)/T.pdf'), 'four');
  const file = await findFile(root, { path: 'A/T (1)' }, ['T.epub', 'T.pdf']);
  assert.deepEqual([file?.path, file?.size], [join(root, 'A/T (1)/T.pdf'), 4]);
  assert.equal(await findFile(root, { path: 'A/T (1)' }, ['T.epub']), undefined);
});

test('no path leads out of the library, by its words or by links', async () => {
  for (const path of ['..', '../library/..', 'A/../..', dir, '/', '', 'A\\..', 'A//..', '.']) {
    assert.equal(await findFile(root, { path }, ['secret.epub']), undefined, path);
  }
  for (const name of ['../../../secret', 'a/../../../../secret', '..', 'a\0b']) {
    assert.deepEqual(readableFiles({ formats: [{ format: 'EPUB', name }] }).includes('secret.epub'), false);
    for (const file of readableFiles({ formats: [{ format: 'EPUB', name }] })) {
      assert.equal(await findFile(root, { path: 'A/T (1)' }, [file]), undefined, name);
    }
  }
  symlinkSync(join(dir, 'secret.epub'), join(root, 'A/T (1)/link.epub'));
  symlinkSync(dir, join(root, 'out'));
  assert.equal(await findFile(root, { path: 'A/T (1)' }, ['link.epub']), undefined);
  assert.equal(await findFile(root, { path: 'out' }, ['secret.epub']), undefined);
});
