import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { SCOPES } from '../signals/signal.ts';
import { NO_FILTERS, type SearchFilters } from '../store/book-filter.ts';
import { createSearch, type Search } from './search.ts';
import type { SearchInput } from './search-input.ts';
import { FakeEmbedder, groupShelf, type OpenShelf, openShelf } from './shelf.test-support.ts';

const patience = () => ({ signal: new AbortController().signal, deadline: undefined });
const ask = (query: string, more: Partial<SearchInput> = {}): SearchInput => ({
  ...{ query, scope: 'books', mode: 'hybrid', limit: 10, offset: 0, explain: false },
  ...{ signals: undefined, bookId: undefined },
  ...more,
});

describe('a search of everything', () => {
  let shelf: OpenShelf;
  let search: Search;
  before(async () => {
    shelf = await openShelf();
    await groupShelf(shelf.library);
  });
  beforeEach(() => {
    shelf.embedder = new FakeEmbedder();
    search = createSearch({ store: shelf.store, embedder: shelf.embedder, embedTimeoutMs: 400 });
  });
  after(() => shelf.close());
  const answer = (query: string, more: Partial<SearchInput> = {}) => search(ask(query, more), patience());
  const filtered = (query: string, filters: Partial<SearchFilters>, more: Partial<SearchInput> = {}) =>
    answer(query, { ...more, filters: { ...NO_FILTERS, ...filters } });

  it('has the books that a search of books has, and embeds the query no more often', async () => {
    const books = await answer('storm at sea');
    const calls = shelf.embedder.calls.length;
    const all = await answer('storm at sea', { scope: 'everything' });
    assert.equal(shelf.embedder.calls.length, 2 * calls);
    assert.deepEqual(
      all.results.map(({ book, score }) => [book?.id, score]),
      books.results.map(({ book, score }) => [book?.id, score]),
    );
    assert.ok(all.topics.length > 0 && all.topics.every(({ topic }) => topic !== null));
  });

  it('ranks each scope as a search of that scope alone does', async () => {
    const all = await answer('storm at sea', { scope: 'everything', limit: 1 });
    for (const scope of ['topics', 'themes', 'domains'] as const) {
      const alone = await answer('storm at sea', { scope });
      const places = (results: typeof alone.results) =>
        results.map((r) => [r.rank, (r.topic ?? r.theme ?? r.domain)?.id]);
      assert.deepEqual(places(all[scope]), places(alone.results.slice(0, all[scope].length)));
    }
  });

  it('names the passage that answers by itself, and none where a word or a book is asked for', async () => {
    const { results, answeringPassage } = await answer('the white whale broke the water', {
      scope: 'everything',
    });
    assert.match(results[0]?.passage?.text ?? '', /white whale broke/);
    assert.equal(answeringPassage, results[0]!.passage!.id);
    for (const query of ['whale', 'whaling voyage ada harbour', 'xylophone zebra quagga']) {
      assert.equal((await answer(query, { scope: 'everything' })).answeringPassage, 0, query);
    }
    const second = await answer('the white whale broke the water', { scope: 'everything', offset: 1 });
    assert.equal(second.answeringPassage, 0);
    assert.equal((await answer('the white whale broke the water')).answeringPassage, 0, 'books alone');
  });

  it('finds inside books only what is in no book on the page, one passage of each', async () => {
    const { results, foundInside } = await answer('sea', { scope: 'everything', limit: 1 });
    const listed = results.map(({ book }) => book?.id);
    const inside = foundInside.map(({ book }) => book?.id);
    assert.ok(inside.length > 0);
    assert.equal(new Set(inside).size, inside.length);
    assert.ok(inside.every((id) => !listed.includes(id)));
  });

  it('counts every scope, never more than there are results', async () => {
    const { counts } = await answer('storm at sea', { counts: true });
    assert.deepEqual(
      counts.map(({ scope }) => scope),
      [...SCOPES],
    );
    for (const { scope, count, exact } of counts) {
      const { total, results } = await answer('storm at sea', { scope, limit: 100 });
      assert.ok(count <= total && exact);
      assert.equal(results.filter(({ relevance }) => relevance !== 'weak').length, count, scope);
    }
  });

  it('filters before ranking, in every scope', async () => {
    const whole = await answer('storm at sea', { limit: 100 });
    const author = whole.results.at(-1)!.book!.authors[0]!;
    for (const scope of SCOPES) {
      const { results } = await filtered('storm at sea', { authors: [author.toUpperCase()] }, { scope });
      for (const { book } of results) if (book !== null) assert.ok(book.authors.includes(author));
    }
    const { total } = await filtered('storm at sea', { authors: [author] });
    assert.equal(total, 1);
    assert.equal((await filtered('storm', { yearFrom: 3000 })).total, 0);
  });

  it('narrows passages to those that speak of a theme', async () => {
    const { library } = shelf;
    const theme = library.db.prepare<[], number>('SELECT id FROM themes ORDER BY id').pluck().get()!;
    const { results } = await filtered(
      'storm at sea',
      { themes: [theme] },
      { scope: 'passages', limit: 100 },
    );
    const speaking = new Set(library.statement<number>('chunks-of-themes', 'value').all(`[${theme}]`));
    assert.ok(results.length > 0);
    assert.ok(results.every(({ passage }) => speaking.has(passage!.id)));
  });

  it('says what each filter costs where together they leave nothing', async () => {
    const { without, facets } = await filtered('storm at sea', { yearFrom: 3000 }, { facets: true });
    assert.deepEqual(
      without.map(({ filter }) => filter),
      ['yearFrom'],
    );
    assert.ok(without[0]!.total > 0);
    assert.ok(facets !== null && facets.decades.length > 0, 'a facet is not narrowed by its own filter');
  });

  it('shows other passages of the same book, and explains what each signal did', async () => {
    const { results } = await answer('storm at sea', { also: 2, explain: true });
    const [first] = results;
    assert.ok(first!.also.length > 0 && first!.alsoTotal >= first!.also.length);
    assert.ok(first!.also.every(({ id, bookId }) => id !== first!.passage?.id && bookId === first!.book?.id));
    assert.ok(first!.signals.some(({ rankWithout }) => rankWithout > 0));
  });

  it('puts the passages of one book in reading order if asked to', async () => {
    const { results } = await answer('sea', { scope: 'passages', bookId: 1, order: 'place' });
    const places = results.map(({ passage }) => passage!.start);
    assert.ok(places.length > 1);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  });

  it('names what could not answer', async () => {
    shelf.embedder.failure = new Error('away');
    const { degradations, degradedReasons } = await answer('storm', { scope: 'everything' });
    assert.equal(degradations[0]?.code, 'embedding_unavailable');
    assert.deepEqual(degradations[0]?.signals.toSorted(), [
      'joint_chunks',
      'vec_books',
      'vec_chunks',
      'vec_phrases',
      'vec_topics',
    ]);
    assert.deepEqual(degradedReasons, [degradations[0]?.message]);
  });
});
