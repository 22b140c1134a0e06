/** The books that are written and what must be found of them afterwards. */
import assert from 'node:assert/strict';
import type { FinishedBook } from '@libtrails/retrieval/store/finished-book';
import type { FinishedGrouping } from '@libtrails/retrieval/store/finished-grouping';
import { finishedBook, pileOf, type TestBook } from '@libtrails/retrieval/store/sqlite/book.test-support';
import type { Library } from '@libtrails/retrieval/store/sqlite/library';
import { openWriter } from '@libtrails/retrieval/store/sqlite/open';
import { openLibrary } from '@libtrails/retrieval/store/sqlite/open-library';
import { checkLibrary } from '@libtrails/retrieval/store/sqlite/upkeep/check';

/** Books of the library; version n is of file n % FILES. */
export const FILES = 6;
const CHUNKS = 30;

export const fileOf = (version: number) => `book-${version % FILES}.epub`;

/** Every passage names its version; topics are shared between books. */
export function specOf(version: number, chunks = CHUNKS): TestBook {
  return {
    fileName: fileOf(version),
    edition: version,
    chunks: Array.from({ length: chunks }, (_, i) => ({
      text: `version ${version} passage ${i} of a tale about harbour ${(version + i) % 17} and storm ${i}`,
      topics: [`harbour ${(version + i) % 17}`, `topic of ${version}`],
    })),
    phrases: [`tale ${version}`],
  };
}

export function bookOf(version: number, chunks = CHUNKS): FinishedBook {
  return finishedBook(specOf(version, chunks));
}

/** Two themes over all topics that are there. */
export function groupingOf(library: Library, n: number): FinishedGrouping {
  const topics = library.db
    .prepare("SELECT id FROM topics WHERE kind <> 'name' ORDER BY id")
    .pluck()
    .all() as number[];
  const theme = (label: string, ids: number[], domain: number) => ({
    label,
    subtitle: '',
    domain,
    members: { topics: Uint32Array.from(ids), weights: Float64Array.from(ids, () => 1) },
    x: n,
    y: 0,
    z: 0,
    mapX: 0,
    mapY: 0,
  });
  return {
    recipe: `fault-${n}`,
    merges: new Uint32Array(),
    domains: ['Sea', 'Land'],
    themes: [
      theme(
        'Even',
        topics.filter((id) => id % 2 === n % 2),
        0,
      ),
      theme(
        'Odd',
        topics.filter((id) => id % 2 !== n % 2),
        1,
      ),
    ].filter(({ members }) => members.topics.length > 0),
    centroids: pileOf(['Even', 'Odd'].slice(0, topics.length > 1 ? 2 : 1)),
  };
}

export interface Found {
  /** File → the version of its book. */
  books: Map<string, number>;
  generation: number;
  revision: number;
}

/**
 * Opens the library as the next start does, then reads all of it.
 * @throws AssertionError if the check finds anything, a book is half there, or one can't be found by its words
 */
export async function nextStart(folder: string): Promise<Found & { openMs: number }> {
  const begun = performance.now();
  const library = await openLibrary(folder);
  const openMs = performance.now() - begun;
  const found = {
    books: new Map<string, number>(),
    generation: library.generation(),
    revision: library.revision(),
  };
  try {
    const rows = library.db
      .prepare(
        'SELECT file_name, book_id, text FROM sources JOIN chunks USING (book_id) WHERE searchable = 1 ORDER BY file_name, seq',
      )
      .raw()
      .all() as [string, number, string][];
    for (const file of new Set(rows.map(([name]) => name))) {
      const own = rows.filter(([name]) => name === file);
      const version = Number(own[0]?.[2].split(' ')[1]);
      const wanted = bookOf(version).chunks.filter(({ searchable }) => searchable);
      assert.deepEqual(
        own.map(([, , text]) => text),
        wanted.map(({ text }) => text),
        `${file} is half there`,
      );
      const hits = library.db
        .prepare(
          'SELECT count(*) FROM fts_chunks JOIN chunks ON chunks.id = fts_chunks.rowid WHERE fts_chunks MATCH ? AND book_id = ?',
        )
        .pluck()
        .get(`"version ${version} passage"`, own[0]?.[1]);
      assert.equal(hits, CHUNKS, `${file} is not found by its words`);
      found.books.set(file, version);
    }
  } finally {
    await library.close();
  }
  const db = openWriter(folder);
  try {
    assert.deepEqual(checkLibrary(db), []);
  } finally {
    db.close();
  }
  return { ...found, openMs };
}
