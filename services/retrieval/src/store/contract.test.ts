/** The contract on the store that comes with the product, and on one in memory that serves the use cases alike. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { listBooks } from '../browse/books.ts';
import { getTheme, listThemes } from '../browse/themes.ts';
import { createRelated } from '../related/related.ts';
import { createSearch, type Search } from '../search/search.ts';
import type { SearchInput } from '../search/search-input.ts';
import { FakeEmbedder, meaningfulBook, openShelf, SHELF } from '../search/shelf.test-support.ts';
import { createTrail } from '../trails/trail.ts';
import { NO_FILTERS } from './book-filter.ts';
import { groupStore } from './contract-shelf.test-support.ts';
import { memoryStore } from './memory-store.test-support.ts';
import type { Store } from './store.ts';
import { storeContract } from './store-contract.test-support.ts';

storeContract('one SQLite file', () => openShelf([]));
storeContract('in memory', async () => ({ store: memoryStore(), close: async () => undefined }));
storeContract('in memory, with ids above 2^40', async () => ({
  store: memoryStore(2 ** 40),
  close: async () => undefined,
}));

describe('the use cases on a second store', () => {
  const patience = { signal: new AbortController().signal, deadline: undefined };
  let store: Store;
  let search: Search;
  before(async () => {
    store = memoryStore();
    for (const spec of SHELF) await store.write('putBook', meaningfulBook(spec));
    await groupStore(store);
    search = createSearch({ store, embedder: new FakeEmbedder(), embedTimeoutMs: 1_000 });
  });
  const ask = (query: string, more: Partial<SearchInput> = {}) =>
    search(
      {
        ...{ query, scope: 'books', mode: 'hybrid', limit: 10, offset: 0, explain: true },
        ...{ signals: undefined, bookId: undefined },
        ...more,
      },
      patience,
    );

  it('search by all signals, with their traces', async () => {
    const { results, relevant, degraded, signals } = await ask('storm at sea');
    assert.deepEqual([relevant, degraded], [true, false]);
    assert.equal(results[0]?.book?.title, 'Storm Glass');
    assert.ok(results[0].passage?.text.includes('storm'));
    assert.ok(signals.every(({ state }) => state === 'answered'));
    assert.ok(results[0].signals.every(({ matched }) => matched !== ''));
  });

  it('search every scope as the store with the file does, best result first', async () => {
    const shelf = await openShelf();
    after(() => shelf.close());
    await groupStore(shelf.store);
    const file = createSearch({ store: shelf.store, embedder: shelf.embedder, embedTimeoutMs: 1_000 });
    for (const query of ['white whale', 'kitchen garden', 'dictator', '"open sea"', 'whal*', 'storm -noon']) {
      for (const scope of ['books', 'passages', 'topics'] as const) {
        const input = { query, scope, mode: 'hybrid', limit: 5, offset: 0, explain: false } as const;
        const theirs = await file({ ...input, signals: undefined, bookId: undefined }, patience);
        const ours = await ask(query, { scope });
        const firstOf = ({ results: [first] }: typeof ours) =>
          first?.passage?.text ?? first?.topic?.label ?? first?.book?.title;
        assert.equal(firstOf(ours), firstOf(theirs), `${query} in ${scope}`);
      }
    }
  });

  it('answer the same whatever ids the store gives', async () => {
    const other = memoryStore(2 ** 40);
    for (const spec of SHELF) await other.write('putBook', meaningfulBook(spec));
    await groupStore(other);
    const otherSearch = createSearch({ store: other, embedder: new FakeEmbedder(), embedTimeoutMs: 1_000 });
    for (const scope of ['books', 'passages', 'themes', 'domains'] as const) {
      const input = { query: 'storm kitchen', scope, mode: 'hybrid', limit: 9, offset: 0 } as const;
      const rest = { explain: false, signals: undefined, bookId: undefined };
      const [small, large] = [
        await search({ ...input, ...rest }, patience),
        await otherSearch({ ...input, ...rest }, patience),
      ];
      const said = ({ results }: typeof small) =>
        results.map(({ score, book, passage, theme, domain }) => [
          ...[score, book?.title, passage?.text, theme?.label, domain?.label],
        ]);
      assert.deepEqual(said(large), said(small), scope);
    }
  });

  it('narrow, count and group', async () => {
    const filters = { ...NO_FILTERS, authors: ['Cora Miller'] };
    const { results, facets } = await ask('kitchen', { filters, facets: true });
    assert.deepEqual(
      results.map(({ book }) => book?.title),
      ['Bread and Salt'],
    );
    assert.ok(facets!.authors.length > 1);
    const page = await ask('kitchen', { scope: 'everything' });
    assert.ok(page.topics.length > 0 && page.themes.length > 0);
  });

  it('list, relate and lead on', async () => {
    const { books, total } = await listBooks(store, { cursor: '', limit: 3, sort: 'title' });
    assert.deepEqual([books.length, total], [3, SHELF.length]);
    const { themes } = await listThemes(store, {
      cursor: '',
      limit: 0,
      sort: 'books',
      domainId: 0,
      query: '',
    });
    assert.equal((await getTheme(store, themes[0]!.id)).theme?.label, themes[0]!.label);
    const bread = (await store.catalogue.allBooks()).find(({ title }) => title === 'Bread and Salt')!;
    const related = await createRelated(store)(bread.id, 3);
    assert.equal(related.results[0]?.book?.title, 'A Small Fenced Field');
    const trail = createTrail(store, search);
    const { steps } = await trail({ from: 'storm', to: '', steps: 5, seed: 0, drop: [], pins: [] }, patience);
    assert.ok(steps.length > 1);
    assert.equal(new Set(steps.map(({ book }) => book?.id)).size, steps.length);
  });
});
