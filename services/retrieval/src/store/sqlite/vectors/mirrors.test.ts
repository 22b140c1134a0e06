import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { VectorIds } from '../../change.ts';
import { finishedBook } from '../book.test-support.ts';
import type { Library } from '../library.ts';
import { openLibrary } from '../open-library.ts';
import { VectorMirrors } from './mirrors.ts';
import type { VectorSet } from './vector-set.ts';

type Row = [id: number, owner: number, vector: Float32Array];

/** Ids, owners and vectors as sqlite-vec itself gives them, in ascending id. */
function stored(library: Library, kind: keyof VectorIds, sql: string): Row[] {
  const rows = library.db.prepare(sql).raw().all() as [number, number, Buffer][];
  return rows.map(([id, owner, bytes]) => [id, owner, library.centre(kind).restore(new Int8Array(bytes))]);
}

function held(table: VectorSet): Row[] {
  return [...table.ids]
    .sort((a, b) => a - b)
    .map((id) => [id, table.owners[table.rowOf(id)!]!, table.vector(id)!]);
}

function assertSame(mirrors: VectorMirrors, library: Library): void {
  assert.deepEqual(
    held(mirrors.chunks),
    stored(
      library,
      'chunks',
      'SELECT chunk_id, book_id, embedding FROM vec_chunks JOIN chunks ON id = chunk_id ORDER BY 1',
    ),
  );
  assert.deepEqual(
    held(mirrors.topics),
    stored(
      library,
      'topics',
      'SELECT topic_id, coalesce(merged_into, id), embedding FROM vec_topics JOIN topics ON id = topic_id ORDER BY 1',
    ),
  );
  assert.deepEqual(
    held(mirrors.phrases),
    stored(
      library,
      'phrases',
      'SELECT phrase_id, book_id, embedding FROM vec_phrases JOIN phrases ON id = phrase_id ORDER BY 1',
    ),
  );
  assert.deepEqual(
    held(mirrors.books),
    stored(library, 'books', 'SELECT book_id, book_id, embedding FROM vec_books ORDER BY 1'),
  );
}

describe('the vectors in memory', () => {
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-mirrors-'));
  let library: Library;
  before(async () => {
    library = await openLibrary(folder);
  });
  after(async () => {
    await library.close();
    rmSync(folder, { recursive: true });
  });
  // More than 1,024 rows: sqlite-vec keeps them in blocks of that many.
  const book = (fileName: string, edition: number, chunks: number) =>
    finishedBook({
      fileName,
      edition,
      phrases: [`${fileName} phrase`, `edition ${edition}`],
      names: ['Ishmael'],
      chunks: Array.from({ length: chunks }, (_, i) => ({
        text: `${fileName} ${edition} ${i}`,
        topics: ['shared', `${fileName} topic ${i % 50}`],
      })),
    });

  it('are those of the file after books came, changed and went', async () => {
    const mirrors = new VectorMirrors(library);
    await library.write('putBook', book('a.epub', 1, 1_100));
    await library.write('putBook', book('b.epub', 1, 30));
    assertSame(mirrors, library);
    await library.write('putBook', book('a.epub', 2, 900));
    assertSame(mirrors, library);
    await library.write('deleteBook', 2);
    assertSame(mirrors, library);
  });

  it('are those of the file as bits too, and change their form when the library outgrows it', async () => {
    const bits = new VectorMirrors(library, 0);
    assert.equal(bits.form, '1 bit');
    assertSame(bits, library);
    const rows = bits.chunks.size + bits.topics.size;
    const growing = new VectorMirrors(library, rows * 530);
    assert.equal(growing.form, 'int8');
    await library.write('putBook', book('c.epub', 1, 200));
    assert.equal(growing.form, '2 bits');
    for (const mirrors of [bits, growing]) assertSame(mirrors, library);
    await library.write('deleteBook', 3);
    assert.equal(growing.form, '2 bits', 'until the next start');
    for (const mirrors of [bits, growing]) assertSame(mirrors, library);
  });

  it('are those of the file when it is opened again', () => {
    assertSame(new VectorMirrors(library), library);
  });

  it('know which topic a merged one reads as, and forget it with the next grouping', async () => {
    const mirrors = new VectorMirrors(library);
    const [first, second] = [...mirrors.topics.ids].sort((a, b) => a - b);
    const grouping = (merges: number[]) => ({
      recipe: 'test',
      merges: Uint32Array.from(merges),
      domains: [],
      themes: [],
      centroids: new Float32Array(0),
    });
    await library.write('putGrouping', grouping([second!, first!]));
    assert.equal(mirrors.topics.owners[mirrors.topics.rowOf(second!)!], first);
    assertSame(mirrors, library);
    assertSame(new VectorMirrors(library), library);
    await library.write('putGrouping', grouping([]));
    assertSame(mirrors, library);
  });
});
