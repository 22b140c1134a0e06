/** Names, letters, compounds, beginnings and scripts as people type them, through the whole search. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { TestBook } from '../store/sqlite/book.test-support.ts';
import { createSearch, type Search } from './search.ts';
import type { SearchInput } from './search-input.ts';
import { type OpenShelf, openShelf, SHELF } from './shelf.test-support.ts';

const BOOKS: readonly TestBook[] = [
  ...SHELF,
  {
    fileName: 'roads.epub',
    title: 'Roads to Æther',
    authors: ['Ursa K. Le Gwyn'],
    series: 'Wexcombe Quartet',
    chunks: [
      { text: 'Cæsar crossed the Straße before Søren had read the ﬁshmonger’s œuvre.' },
      { text: 'She must have it to-day, by e‑mail, for the university and its happiness.' },
    ],
  },
  {
    fileName: 'lighthouse.epub',
    title: '灯塔与海',
    chunks: [{ text: '老人每天晚上都会走到灯塔下面看海。' }],
  },
  { fileName: 'mayak.epub', title: 'Маяк', chunks: [{ text: 'Дети стояли под ёлкой и пели.' }] },
];

/** Forms of one word each: a text that holds one is found by the others. */
const FORMS: readonly (readonly string[])[] = [
  ['Nguyễn', 'Nguyễn'.normalize('NFD'), 'nguyen'],
  ['फ़िल्म', 'फिल्म'],
  ['हिन्दी', 'हिंदी'],
  ['שָׁלוֹם', 'שלום'],
  ['ﻣﺮﺣﺒﺎ', 'مَرْحَبًا', 'مرحبا'],
  ['ｶﾞﾗｽ', 'ガラス', 'ガラス'.normalize('NFD')],
  ['한국'.normalize('NFD'), '한국'],
  ['circum-\nstance', 'circum- stance', 'circumstance'],
  ["O'Brien", 'O’Brien', 'obrien'],
  ['Qurʾān', 'quran'],
  ['١٩٤٥', '1945'],
];

describe('a search finds what people type', () => {
  let shelf: OpenShelf;
  let search: Search;
  before(async () => {
    const written = FORMS.flatMap((forms, i) =>
      forms.map((form, j) => ({
        fileName: `${i}-${j}.epub`,
        title: `Form ${i}`,
        chunks: [{ text: `Here stands ${form} in a row.` }],
      })),
    );
    shelf = await openShelf([...BOOKS, ...written]);
    search = createSearch({ store: shelf.store, embedder: shelf.embedder, embedTimeoutMs: 1_000 });
  });
  after(() => shelf.close());

  const ask = (query: string, more: Partial<SearchInput> = {}) =>
    search(
      {
        ...{ query, scope: 'books', mode: 'hybrid', limit: 10, offset: 0, explain: false },
        ...{ signals: undefined, bookId: undefined },
        ...more,
      },
      { signal: new AbortController().signal, deadline: undefined },
    );
  /** Title and relevance of the first book; undefined where the answer as a whole is noise. */
  async function first(query: string, more: Partial<SearchInput> = {}) {
    const { relevant, results } = await ask(query, more);
    return relevant ? [results[0]?.book?.title, results[0]?.relevance] : undefined;
  }

  it('by parts of a name in any order, and by series', async () => {
    for (const query of ['ursa le gwyn', 'Gwyn, Ursa', 'le gwyn aether', 'wexcombe quartet roads']) {
      assert.deepEqual(await first(query), ['Roads to Æther', 'strong'], query);
    }
  });

  it('by plain letters for those with ligatures and strokes, by word alone', async () => {
    for (const query of ['caesar', 'strasse', 'soren', 'fishmonger', 'oeuvre', 'sør\u00adéñ']) {
      assert.equal((await first(query, { mode: 'keyword' }))?.[0], 'Roads to Æther', query);
    }
    assert.equal((await first('елкой'))?.[0], 'Маяк');
  });

  it('by compounds written as one word, and by beginnings longer than the stem', async () => {
    for (const query of ['today', 'email', 'universit*', 'happines', 'happines*']) {
      assert.equal((await first(query, { mode: 'keyword' }))?.[0], 'Roads to Æther', query);
    }
    const { results } = await ask('today', { scope: 'passages', mode: 'keyword' });
    const { text, highlights } = results[0]!.passage!;
    assert.deepEqual(
      highlights.map(({ start, end }) => text.slice(start, end)),
      ['to-day'],
    );
  });

  it('by every form of a word that is written in several, whichever the text has', async () => {
    for (const [i, forms] of FORMS.entries()) {
      for (const query of forms) {
        const { results } = await ask(query, { mode: 'keyword' });
        const found = results.filter(({ book }) => book?.title === `Form ${i}`);
        assert.equal(found.length, forms.length, `${query}: ${found.map(({ book }) => book?.fileName)}`);
      }
    }
  });

  it('by words within a run of characters, without asking a model that cannot read them', async () => {
    const calls = shelf.embedder.calls.length;
    for (const query of ['灯塔', '看海', '海']) {
      assert.equal((await first(query))?.[0], '灯塔与海', query);
    }
    assert.equal(shelf.embedder.calls.length, calls);
    assert.equal((await ask('樱花', { mode: 'semantic' })).relevant, false);
  });

  it('and says that nothing is relevant to a query without words', async () => {
    for (const query of ['???', '🦀', '*', '…', '"']) {
      for (const mode of ['hybrid', 'semantic'] as const) {
        assert.equal((await ask(query, { mode })).relevant, false, query);
      }
    }
  });
});
