import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { parseQuery } from '../../../signals/fts-query.ts';
import { passageKeywordHits } from '../../../signals/keyword-hits.ts';
import { findPhrases } from '../../../signals/phrases.ts';
import { questionOf } from '../../../signals/signal.ts';
import { finishedBook } from '../book.test-support.ts';
import type { Library } from '../library.ts';
import { openLibrary } from '../open-library.ts';
import { type SqliteStore, sqliteStore } from '../sqlite-store.ts';
import { PassageWords } from './passage-words.ts';

const WORDS = 'sea sea sea whale whales ship the the the of storm harbour café naïve night nights calm'.split(
  ' ',
);

/** Texts of 3 to 60 words, the same in every run. */
function texts(count: number, seed: number): string[] {
  let state = seed;
  const next = (below: number) => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 3 + next(58) }, () => WORDS[next(WORDS.length)]).join(' '),
  );
}

describe('the words of passages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-words-'));
  let library: Library;
  let store: SqliteStore;
  let words: PassageWords;
  before(async () => {
    library = await openLibrary(folder);
    for (const [i, fileName] of ['a.epub', 'b.epub', 'c.epub'].entries()) {
      const chunks = texts(80, i + 1).map((text) => ({ text }));
      await library.write('putBook', finishedBook({ fileName, chunks }));
    }
    store = sqliteStore(library);
    words = new PassageWords(library);
  });
  after(async () => {
    await library.close();
    rmSync(folder, { recursive: true });
  });

  /** What FTS5's own bm25() says. */
  const oracle = (expression: string): [number, number][] =>
    (
      library.db
        .prepare('SELECT rowid, -bm25(fts_chunks) FROM fts_chunks WHERE fts_chunks MATCH ?')
        .raw()
        .all(expression) as [number, number][]
    ).sort((a, b) => a[0] - b[0]);
  const ours = async (query: string, bookId?: number): Promise<[number, number][]> =>
    (await passageKeywordHits(questionOf(parseQuery(query), 'passages', bookId), store, 10_000))
      .map(({ id, raw }): [number, number] => [id, raw])
      .sort((a, b) => a[0] - b[0]);
  const assertSame = async (query: string, expression: string) => {
    const expected = oracle(expression);
    const found = await ours(query);
    assert.deepEqual(
      found.map(([id]) => id),
      expected.map(([id]) => id),
      query,
    );
    for (const [i, [, raw]] of found.entries()) {
      assert.ok(Math.abs(raw - expected[i]![1]) < 1e-4 * Math.max(1, expected[i]![1]), `${query}: ${raw}`);
    }
  };
  const assertFtsAgrees = async () => {
    await assertSame('whale', 'whale');
    await assertSame('storm cafe', 'storm OR cafe');
    await assertSame('Storms Naïve night', 'storm OR naive OR night');
    await assertSame('the of', 'the AND of');
    await assertSame('"harbour"', '"harbour"');
    await assertSame('"harbour" storm', '"harbour" AND ("harbour" OR storm)');
    await assertSame('har*', 'har*');
  };

  it('are ranked as by FTS5’s bm25', assertFtsAgrees);

  it('find quotations where FTS5 finds them, in slices too', async () => {
    const query = parseQuery('"the sea"');
    const expected = oracle('"the sea"').map(([id]) => id);
    assert.deepEqual(
      (await ours('"the sea"')).map(([id]) => id),
      expected,
    );
    const question = questionOf(query, 'passages');
    assert.equal(await findPhrases(question, store, async () => true), true);
    assert.deepEqual(
      (await passageKeywordHits(question, store, 10_000)).map(({ id }) => id).sort((a, b) => a - b),
      expected,
    );
  });

  it('of a quotation that time did not allow are those with its words', async () => {
    const question = questionOf(parseQuery('"the sea"'), 'passages');
    assert.equal(await findPhrases(question, store, async () => false), false);
    assert.deepEqual(
      (await passageKeywordHits(question, store, 10_000)).map(({ id }) => id),
      (await passageKeywordHits(questionOf(parseQuery('the sea'), 'passages'), store, 10_000)).map(
        ({ id }) => id,
      ),
    );
  });

  it('of one book are those of all, less the other books', async () => {
    const owners = new Map(
      library.db.prepare('SELECT id, book_id FROM chunks').raw().all() as [number, number][],
    );
    for (const query of ['whale', '"the sea" storm', 'har*']) {
      const all = new Map((await ours(query)).filter(([id]) => owners.get(id) === 2));
      const ofBook = await ours(query, 2);
      assert.deepEqual(
        ofBook.map(([id]) => id),
        [...all.keys()],
      );
    }
  });

  it('follow the library: a changed and a deleted book', async () => {
    const chunks = texts(50, 9).map((text) => ({ text: `${text} leviathan` }));
    await library.write('putBook', finishedBook({ fileName: 'b.epub', edition: 2, chunks }));
    await library.write('deleteBook', 1);
    assert.equal(words.rows('leviathan'), 50);
    assert.equal(words.size, 130);
    await assertFtsAgrees();
    await assertSame('leviathan whale', 'leviathan OR whale');
    await setImmediate();
    assert.equal(new PassageWords(library).size, 130);
  });

  it('know of nothing that is not there', async () => {
    assert.deepEqual(await ours('xyzzy'), []);
    assert.deepEqual(await ours('"xyzzy"'), []);
    assert.equal(words.rows('xyzzy'), 0);
  });
});
