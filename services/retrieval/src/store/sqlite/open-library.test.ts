import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import type { LibraryChange } from '../change.ts';
import { finishedBook } from './book.test-support.ts';
import type { Library } from './library.ts';
import { openLibrary } from './open-library.ts';

let folder: string;
let library: Library;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'libtrails-library-'));
  library = await openLibrary(folder);
});
afterEach(async () => {
  await library.close();
  rmSync(folder, { recursive: true });
});

const whale = finishedBook({
  fileName: 'whale.epub',
  chunks: [
    { text: 'Call me Ishmael.', topics: ['whaling voyage', 'concept:obsession'] },
    { text: 'The white whale.', topics: ['white whale', 'concept:obsession'] },
  ],
  names: ['Ahab'],
  phrases: ['white whale'],
});

test('a book that was put is there for readers when its listeners are called', async () => {
  const seen: { change: LibraryChange; books: unknown }[] = [];
  library.onChange((change) => {
    seen.push({ change, books: library.statement('book-count', 'value').get() });
  });
  assert.deepEqual(await library.write('putBook', whale), {
    bookId: 1,
    outcome: 'created',
    groupingCurrent: false,
  });
  assert.equal(seen.length, 1);
  assert.equal(seen[0]?.books, 1);
  assert.equal(seen[0]?.change.revision, 1);
  assert.deepEqual(seen[0]?.change.added, {
    chunks: [1, 2],
    topics: [1, 2, 3],
    phrases: [1],
    books: [1],
    themes: [],
  });
  assert.equal(library.revision(), 1);
  assert.equal(library.fingerprint(), 'test-model/int8');
});

test('readers keep their snapshot until the change is delivered', async () => {
  const put = library.write('putBook', whale);
  // The commit happens on the other thread while this one is kept from hearing of it.
  const until = Date.now() + 300;
  while (Date.now() < until);
  assert.equal(library.statement('book-count', 'value').get(), 0);
  await put;
  assert.equal(library.statement('book-count', 'value').get(), 1);
});

test('a data folder that is open can not be opened again', async () => {
  await assert.rejects(openLibrary(folder), /Another LibTrails is using the data folder/);
});

test('a closed library opens again with its content', async () => {
  await library.write('putBook', whale);
  await library.close();
  library = await openLibrary(folder);
  assert.equal(library.revision(), 1);
  assert.equal(library.statement('book-count', 'value').get(), 1);
});

test('an error of a command reaches its caller with code and message, and the next command runs', async () => {
  await assert.rejects(library.write('deleteBook', 7), { code: 'not_found', message: 'There is no book 7' });
  assert.equal((await library.write('putBook', whale)).outcome, 'created');
});

test('the write-ahead log stays as small as one book, though a reader always has its snapshot', async () => {
  const size = () => statSync(join(folder, 'library.sqlite-wal')).size;
  const put = (edition: number) =>
    library.write(
      'putBook',
      finishedBook({
        fileName: `${edition}.epub`,
        chunks: Array.from({ length: 50 }, (_, i) => ({
          text: `book ${edition} chunk ${i}`,
          topics: [`t${i}`],
        })),
      }),
    );
  await put(1);
  await put(2);
  const small = size();
  for (let edition = 3; edition < 20; edition++) await put(edition);
  assert.ok(size() < 2 * small, `${size()} bytes after 20 books, ${small} after 2`);
});

test('books, groupings and jobs queued at once are written one after the other', async () => {
  const revisions: number[] = [];
  library.onChange(({ revision }) => {
    revisions.push(revision);
    assert.equal(library.revision(), revision);
    assert.equal(library.statement('book-count', 'value').get(), revision);
  });
  await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      library.write('putBook', finishedBook({ fileName: `${i}.epub`, chunks: [{ text: 'one' }] })),
    ),
  );
  assert.deepEqual(
    revisions,
    Array.from({ length: 10 }, (_, i) => i + 1),
  );
});

test('after closing began, writes are refused, and those queued before are done', async () => {
  const queued = library.write('putBook', whale);
  const closed = library.close();
  await assert.rejects(library.write('deleteBook', 1), { code: 'unavailable' });
  assert.equal((await queued).outcome, 'created');
  await closed;
  library = await openLibrary(folder);
  assert.equal(library.revision(), 1);
});

test('paused jobs are paused after a restart as well', async () => {
  await library.write('pauseJobs', undefined);
  await library.close();
  library = await openLibrary(folder);
  const own = { kind: 'folder' as const, title: 'Books', fileName: '', worker: 'w1' };
  assert.equal((await library.write('createJob', own)).state, 'queued');
  await library.write('resumeJobs', undefined);
  assert.equal((await library.write('leaseJob', { worker: 'w1', kinds: ['folder'] }))?.state, 'running');
});
