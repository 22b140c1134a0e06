import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FinishedGrouping } from '../../finished-grouping.ts';
import { finishedBook, pileOf, type TestBook, vectorOf } from '../book.test-support.ts';
import { toInt8 } from '../int8-vector.ts';
import { migrate } from '../migrate.ts';
import { openWriter } from '../open.ts';
import { checkLibrary } from '../upkeep/check.ts';
import { execute } from './commands.ts';
import { WriteSession } from './session.ts';

const FILES = ['a.epub', 'b.epub', 'c.epub'];
const WORDS = ['whale', 'ship', 'storm', 'island', 'captain', 'letter'];
const LABELS = ['sea', 'sea voyage', 'concept:fate', 'concept:exile', 'white whale', 'a long storm'];

const chunk = fc.record({
  text: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }).map((words) => words.join(' ')),
  topics: fc.uniqueArray(fc.constantFrom(...LABELS), { maxLength: 4 }),
});
const book = fc.record({
  fileName: fc.constantFrom(...FILES),
  chunks: fc.array(chunk, { minLength: 1, maxLength: 4 }),
  names: fc.uniqueArray(fc.constantFrom('Ahab', 'Pip'), { maxLength: 2 }),
  phrases: fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 2 }),
});
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('put' as const), book }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('delete' as const), file: fc.constantFrom(...FILES) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('refuse' as const), file: fc.constantFrom(...FILES) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const), file: fc.constantFrom(...FILES) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('group' as const), seed: fc.nat({ max: 1_000 }) }) },
);

/** Some grouping of topic ids 1..12, whether they are there or not. */
function groupingOf(seed: number): FinishedGrouping {
  const target = (seed % 3) + 1;
  const source = target + 1 + (seed % 4);
  const members = Array.from({ length: 12 }, (_, i) => i + 1).filter((id) => id !== source);
  const halves = [
    members.filter((id) => (id + seed) % 2 === 0),
    members.filter((id) => (id + seed) % 2 === 1),
  ];
  return {
    recipe: 'test',
    merges: Uint32Array.of(source, target),
    domains: ['Sea', 'Land'],
    themes: halves.map((ids, i) => ({
      label: `Theme ${(seed + i) % 3}`,
      subtitle: '',
      domain: i,
      members: { topics: Uint32Array.from(ids), weights: Float64Array.from(ids, () => 1) },
      x: 0,
      y: 0,
      z: 0,
      mapX: 0.25,
      mapY: -0.5,
    })),
    centroids: pileOf(['one', 'two']),
  };
}

test('whatever is put, replaced, deleted, refused and grouped, the file holds exactly the last version of each book', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const folder = mkdtempSync(join(tmpdir(), 'libtrails-content-'));
      const db = openWriter(folder);
      // Durability is not what is tested here.
      db.pragma('synchronous = OFF');
      try {
        migrate(db);
        const session = new WriteSession(db);
        const ids = new Map<string, number>();
        const expected = new Map<string, TestBook>();
        const refused = new Set<string>();
        let revision = 0;
        for (const [edition, action] of steps.entries()) {
          const outcome = (() => {
            switch (action.do) {
              case 'put': {
                const { fileName } = action.book;
                const version = { ...action.book, edition };
                const known = ids.get(fileName);
                const result = execute(session, 'putBook', finishedBook(version));
                if (known !== undefined) assert.equal(result.value.bookId, known);
                ids.set(fileName, result.value.bookId);
                expected.set(fileName, version);
                refused.delete(fileName);
                return result;
              }
              case 'again': {
                const version = expected.get(action.file);
                if (version === undefined || refused.has(action.file)) return undefined;
                const result = execute(session, 'putBook', finishedBook(version));
                assert.equal(result.value.outcome, 'unchanged');
                return result;
              }
              case 'delete': {
                const id = ids.get(action.file);
                if (id === undefined) return undefined;
                ids.delete(action.file);
                expected.delete(action.file);
                refused.delete(action.file);
                return execute(session, 'deleteBook', id);
              }
              case 'refuse': {
                refused.add(action.file);
                const { source } = finishedBook({ fileName: action.file, edition: -1, chunks: [] });
                return execute(session, 'refuseSource', {
                  source,
                  code: 'no_spine',
                  reason: 'It has no spine',
                });
              }
              case 'group':
                return execute(session, 'putGrouping', groupingOf(action.seed));
            }
          })();
          if (outcome?.change !== undefined) revision++;
          assert.deepEqual(checkLibrary(db), []);
        }
        assert.equal(Number(session.meta('revision') ?? 0), revision);
        assertHolds(session, ids, expected);
      } finally {
        db.close();
        rmSync(folder, { recursive: true });
      }
    }),
    { numRuns: 40 },
  );
});

/** The file holds these books and nothing else, in its tables, its indexes and its vectors. */
function assertHolds(
  session: WriteSession,
  ids: ReadonlyMap<string, number>,
  expected: ReadonlyMap<string, TestBook>,
): void {
  const { db } = session;
  const stored = db
    .prepare('SELECT file_name, book_id FROM sources WHERE book_id IS NOT NULL ORDER BY file_name')
    .raw()
    .all();
  assert.deepEqual(
    stored,
    [...ids].sort(([a], [b]) => a.localeCompare(b)),
  );
  for (const word of WORDS) {
    const found = db
      .prepare(
        'SELECT chunks.book_id, seq FROM fts_chunks JOIN chunks ON chunks.id = fts_chunks.rowid WHERE fts_chunks MATCH ? ORDER BY 1, 2',
      )
      .raw()
      .all(`"${word}"`);
    const wanted = [...expected]
      .flatMap(([file, { chunks }]) =>
        chunks.flatMap(({ text }, seq) => (text.split(' ').includes(word) ? [[ids.get(file), seq]] : [])),
      )
      .sort((a, b) => (a[0] as number) - (b[0] as number) || (a[1] as number) - (b[1] as number));
    assert.deepEqual(found, wanted, word);
  }
  const labels = new Set(
    [...expected.values()].flatMap(({ chunks }) => chunks.flatMap(({ topics }) => topics ?? [])),
  );
  const kept = db
    .prepare(
      "SELECT kind || ':' || label FROM topics WHERE kind <> 'name' AND EXISTS (SELECT 1 FROM book_topics WHERE topic_id = id)",
    )
    .pluck()
    .all();
  assert.deepEqual(
    new Set(kept),
    new Set([...labels].map((label) => (label.includes(':') ? label : `phrase:${label}`))),
  );
  const vectors = db
    .prepare('SELECT text, embedding FROM vec_chunks JOIN chunks ON chunks.id = chunk_id')
    .raw()
    .all() as [string, Buffer][];
  const centre = session.centre('chunks');
  for (const [text, embedding] of vectors) {
    const wanted = toInt8(vectorOf(text));
    const held = toInt8(centre.restore(new Int8Array(embedding)));
    // Rounded twice. These vectors lie in no cone, so what is left of one beside the mean may need steps nearly
    // twice as large as its own: two steps off at most.
    assert.ok(held.every((x, i) => Math.abs(x - wanted[i]!) <= 2));
  }
}
