import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import type Database from 'better-sqlite3';
import { finishedBook, pileOf } from '../book.test-support.ts';
import { migrate } from '../migrate.ts';
import { openWriter } from '../open.ts';
import { execute } from '../write/commands.ts';
import { WriteSession } from '../write/session.ts';
import { checkLibrary } from './check.ts';

let folder: string;
let db: Database.Database;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'libtrails-check-'));
  db = openWriter(folder);
  migrate(db);
  const session = new WriteSession(db);
  const book = finishedBook({
    fileName: 'whale.epub',
    chunks: [
      { text: 'Call me Ishmael.', topics: ['whaling voyage', 'whaling voyages'] },
      { text: 'The white whale.', topics: ['white whale', 'concept:obsession'] },
    ],
    names: ['Ahab'],
    phrases: ['white whale'],
  });
  execute(session, 'putBook', book);
  execute(session, 'putGrouping', {
    recipe: 'test',
    merges: Uint32Array.of(2, 1),
    domains: ['Sea'],
    themes: [
      {
        label: 'Whales',
        subtitle: '',
        domain: 0,
        members: { topics: Uint32Array.of(1, 3), weights: Float64Array.of(2, 1) },
        x: 0,
        y: 0,
        z: 0,
        mapX: 0.25,
        mapY: -0.5,
      },
    ],
    centroids: pileOf(['Whales']),
  });
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true });
});

test('a sound library has no problems', () => {
  assert.deepEqual(checkLibrary(db), []);
});

for (const [damage, sql, problem] of [
  [
    'a chunk whose text changed behind its index',
    "UPDATE chunks SET text = 'Moby' WHERE id = 1",
    /^fts_chunks: /,
  ],
  ['a topic missing from its index', "UPDATE topics SET label = 'Moby' WHERE id = 1", /^fts_topics: /],
  ['a vector without its chunk', 'DELETE FROM chunks WHERE id = 1', /^vec_chunks: a vector of 1/],
  ['a chunk without its vector', 'DELETE FROM vec_chunks WHERE chunk_id = 1', /^vec_chunks: no vector of 1/],
  [
    'a topic of no book',
    "INSERT INTO topics (kind, key, label, aliases, domain, name_kind) VALUES ('name', 'x', 'x', '', '', '')",
    /^unused-topics: 1/,
  ],
  [
    'a wrong count of a topic',
    'UPDATE topic_counts SET passages = 9 WHERE topic_id = 1',
    /^uncounted-topics: /,
  ],
  ['a topic merged into a merged one', 'UPDATE topics SET merged_into = 2 WHERE id = 4', /^merge-chains: 1/],
  ['a wrong count of a book', 'UPDATE book_topics SET count = 9 WHERE topic_id = 1', /^book-topics: /],
  ['a wrong count of a theme in a book', 'UPDATE theme_books SET passages = 9', /^theme-books: /],
  ['a wrong count of a theme', 'UPDATE themes SET topics = 9', /^themes: 1/],
  ['a wrong count of a domain', 'UPDATE domains SET books = 9', /^domains: 1/],
  ['a book without its file', 'DELETE FROM sources', /^books-without-source: 1/],
  ['a gap between chunks', 'UPDATE chunks SET seq = 9 WHERE id = 2', /^chunk-order: 1/],
] as const) {
  test(`${damage} is found`, () => {
    db.exec(sql);
    assert.ok(
      checkLibrary(db).some((found) => problem.test(found)),
      checkLibrary(db).join('\n'),
    );
  });
}
