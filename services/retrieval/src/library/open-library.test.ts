import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import type { LibraryChange } from './change.ts';
import type { Library } from './library.ts';
import { openLibrary } from './open-library.ts';
import { finishedBook } from './test-book.ts';

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
  assert.deepEqual(await library.write('putBook', whale), { bookId: 1, outcome: 'created' });
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
