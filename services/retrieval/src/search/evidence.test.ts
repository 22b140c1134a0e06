/** What the floor of relevance judges by, found out over the small shelf. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { QUOTED_LIFT, type RankedList } from '../fusion/ranked-list.ts';
import { parseQuery } from '../signals/fts-query.ts';
import { questionOf, type Scope } from '../signals/signal.ts';
import { vecChunks } from '../signals/vec-chunks.ts';
import { vecTopics } from '../signals/vec-topics.ts';
import type { SearchFilter } from '../store/vector-search.ts';
import { bestEvidence, namesATopic } from './evidence.ts';
import { bagOfWords, type OpenShelf, openShelf } from './shelf.test-support.ts';
import { signalsFor } from './signal-run.ts';

interface Asked {
  scope?: Scope;
  bookId?: number;
  filter?: SearchFilter;
  mode?: 'hybrid' | 'keyword';
  /** The best hit is lifted, as one is that holds what the reader quotes. */
  quoted?: boolean;
}

describe('the best evidence of an answer', () => {
  let shelf: OpenShelf;
  before(async () => {
    shelf = await openShelf();
  });
  after(() => shelf.close());

  async function ask(query: string, { scope = 'passages', bookId, filter, mode, quoted }: Asked = {}) {
    const question = questionOf(parseQuery(query), scope, bookId, filter);
    question.vectors = { QUERY: bagOfWords(query), LABEL: bagOfWords(query) };
    const lists: RankedList[] = [];
    for (const signal of signalsFor(mode ?? 'hybrid', scope, undefined)) {
      const items = await signal.rank(question, shelf.store);
      lists.push({
        signal,
        items: items.map((item, i) => (quoted && i === 0 ? { ...item, lift: QUOTED_LIFT } : item)),
      });
    }
    return { lists, evidence: await bestEvidence(lists, question, shelf.store) };
  }
  const evidenceOf = async (query: string, asked?: Asked) => (await ask(query, asked)).evidence;
  const passagesOf = async (query: string, asked?: Asked) => {
    const { passages } = await evidenceOf(query, asked);
    assert.ok(passages);
    return passages;
  };
  const idOf = (sql: string) => shelf.library.db.prepare(sql).pluck().get() as number;

  it('counts words that stand together, not those that are scattered over passages', async () => {
    assert.equal((await evidenceOf('shake whale water')).coverage, 1);
    const { coverage } = await evidenceOf('whale barometer thyme');
    assert.ok(coverage > 0 && coverage < 0.7, String(coverage));
  });

  it('takes what stands just so, one word, and what is quoted at its word', async () => {
    for (const query of ['white whale', 'whale', '"whale white"']) {
      assert.equal((await evidenceOf(query)).literal, true, query);
    }
    for (const query of ['whale white', 'whale barometer']) {
      assert.equal((await evidenceOf(query)).literal, false, query);
    }
  });

  it('knows the names of topics, aliases too, where a book that may be found speaks of them', async () => {
    const isName = (query: string, bookId?: number) =>
      namesATopic(questionOf(parseQuery(query), 'books', bookId), shelf.store);
    assert.equal(await isName('dystopia alias'), true);
    assert.equal(await isName('storm at sea'), true);
    assert.equal(await isName('sea storm'), false);
    assert.equal(
      await isName('dystopia alias', idOf("SELECT id FROM books WHERE title = 'Storm Glass'")),
      false,
    );
  });

  it('holds a quotation for whole, whatever a wrong word in it weighs', async () => {
    assert.ok((await evidenceOf('white zebra')).coverage < 1);
    assert.equal((await evidenceOf('white zebra', { quoted: true })).coverage, 1);
    assert.equal((await evidenceOf('zebra white', { quoted: true })).literal, true);
  });

  it('knows a word that stands nowhere, and how many were asked', async () => {
    const { unknown, words } = await passagesOf('white zebra');
    assert.deepEqual({ unknown, words }, { unknown: true, words: 2 });
    assert.equal((await passagesOf('white whale')).unknown, false);
  });

  it('says how near in meaning the passages are that were found by word', async () => {
    const { agreeing, nearest } = await passagesOf('white whale');
    assert.ok(agreeing !== undefined && agreeing > nearest, 'the best passage beside the mean of three');
    const byMeaningOnly = await passagesOf('ocean');
    assert.equal(byMeaningOnly.agreeing, undefined);
    assert.ok(byMeaningOnly.nearest > 0.1);
  });

  it('counts the passages among which the nearest were sought', async () => {
    const whole = idOf('SELECT count(*) FROM chunks WHERE searchable = 1');
    const bookId = idOf("SELECT id FROM books WHERE title = 'The Whaling Voyage'");
    const books = new Set([bookId]);
    const left = idOf(`SELECT min(id) FROM chunks WHERE searchable = 1 AND book_id = ${bookId}`);
    assert.equal((await passagesOf('whale')).searched, whole);
    assert.equal((await passagesOf('whale', { bookId })).searched, 3);
    assert.equal((await passagesOf('whale', { filter: { books, passages: undefined } })).searched, 3);
    const without = new Set([left]);
    assert.equal(
      (await passagesOf('whale', { filter: { books, passages: undefined, without } })).searched,
      2,
    );
  });

  it('knows whether a book is spoken of', async () => {
    assert.equal((await passagesOf('Gale and his weather')).named, true);
    assert.equal((await passagesOf('the crowd in the square')).named, false);
  });

  it('has nothing to say of passages where they are not looked for in both ways', async () => {
    assert.equal((await evidenceOf('whale', { mode: 'keyword' })).passages, undefined);
    assert.equal((await evidenceOf('whale', { scope: 'topics' })).passages, undefined);
    assert.equal((await evidenceOf('whale', { mode: 'keyword' })).cosines.size, 0);
  });

  it('judges three single hits together, but the best book alone', async () => {
    for (const [scope, signal, judged] of [
      ['topics', vecTopics, 3],
      ['passages', vecChunks, 3],
      ['books', vecChunks, 1],
    ] as const) {
      assert.ok(signal.family === 'semantic');
      const { lists, evidence } = await ask('white whale', { scope });
      const raws = lists.find((list) => list.signal === signal)!.items.slice(0, judged);
      const mean = raws.reduce((sum, { raw }) => sum + raw, 0) / judged;
      assert.ok(Math.abs(evidence.cosines.get(signal)! - mean) < 1e-6, scope);
    }
  });
});
