import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { QUOTED_LIFT } from '../fusion/ranked-list.ts';
import { type OpenShelf, openShelf } from '../search/shelf.test-support.ts';
import { parseQuery } from './fts-query.ts';
import { passageKeywordHits } from './keyword-hits.ts';
import { questionOf } from './signal.ts';
import { liftVerbatim } from './verbatim.ts';

const SENTENCE = 'In the winter the old sailors told the children how the sea had once been a field';

/** Passages of the sentence's own words in any order: to bm25 they are as good as the sentence. */
function shuffled(count: number): string[] {
  const words = SENTENCE.toLowerCase().split(' ');
  let state = 7;
  return Array.from({ length: count }, () => {
    const text = [...words, ...words];
    for (let i = text.length - 1; i > 0; i -= 1) {
      state = (state * 1_664_525 + 1_013_904_223) >>> 0;
      const j = Math.floor((state / 2 ** 32) * (i + 1));
      [text[i], text[j]] = [text[j]!, text[i]!];
    }
    return text.join(' ');
  });
}

describe('quotations', () => {
  let shelf: OpenShelf;
  before(async () => {
    const [first, ...rest] = shuffled(60);
    const own = `Nothing was said of it before supper. ${SENTENCE}. Then somebody laughed, and it was late.`;
    shelf = await openShelf([
      { fileName: 'a.epub', title: 'A', chunks: [first!, ...rest.slice(0, 30)].map((text) => ({ text })) },
      { fileName: 'b.epub', title: 'B', chunks: [own, ...rest.slice(30)].map((text) => ({ text })) },
    ]);
  });
  after(() => shelf.close());

  const lifted = async (text: string) => {
    const question = questionOf(parseQuery(text), 'passages');
    const hits = await passageKeywordHits(question, shelf.store, 200);
    return (await liftVerbatim(hits, question, shelf.store)).map((hit) => ({
      ...hit,
      text: shelf.library.db.prepare('SELECT text FROM chunks WHERE id = ?').pluck().get(hit.id) as string,
    }));
  };

  it('come first among passages that hold the same words', async () => {
    const [first, second] = await lifted(SENTENCE);
    assert.ok(first!.text.includes(SENTENCE));
    assert.ok((second?.lift ?? 0) < QUOTED_LIFT);
  });

  it('come first with a word changed, lost, added or misspelt', async () => {
    for (const [right, wrong] of [
      ['children', 'horses'],
      ['old ', ''],
      ['the sea', 'the wide sea'],
      ['sailors', 'salors'],
    ] as const) {
      const [first] = await lifted(SENTENCE.replace(right, wrong));
      assert.ok(first!.text.includes(SENTENCE), wrong);
      assert.ok(first!.lift! >= QUOTED_LIFT, wrong);
    }
  });

  it('are nothing to a few words, nor to the same words in another order', async () => {
    assert.ok((await lifted('old sailors')).every(({ lift }) => lift === undefined));
    const turned = SENTENCE.split(' ').reverse().join(' ');
    assert.ok((await lifted(turned)).every(({ lift = 0 }) => lift < QUOTED_LIFT));
  });

  it('in quotation marks are looked for by their words if they stand nowhere so', async () => {
    const [first] = await lifted(`“${SENTENCE.replace('children', 'horses')}”`);
    assert.ok(first!.text.includes(SENTENCE));
  });
});
