import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createSearch, type Search } from './search.ts';
import type { SearchInput } from './search-input.ts';
import { FakeEmbedder, type OpenShelf, openShelf } from './shelf.test-support.ts';

describe('a query with a slip of the keyboard', () => {
  let shelf: OpenShelf;
  let search: Search;
  const asked: string[] = [];
  before(async () => {
    shelf = await openShelf();
    const embedder = new FakeEmbedder();
    search = createSearch({
      store: shelf.store,
      embedder: {
        fingerprint: () => embedder.fingerprint(),
        embed: (texts, kind) => {
          asked.push(...texts);
          return embedder.embed(texts, kind);
        },
      },
      embedTimeoutMs: 1_000,
    });
  });
  after(() => shelf.close());

  const ask = (query: string, input: Partial<SearchInput> = {}) =>
    search(
      {
        ...{ query, scope: 'books', mode: 'hybrid', limit: 10, offset: 0, explain: false },
        ...{ signals: undefined, bookId: undefined, ...input },
      },
      { signal: new AbortController().signal, deadline: undefined },
    );

  it('is searched in its nearest spelling, in words and in meaning, and says so', async () => {
    asked.length = 0;
    const answer = await ask('white whael');
    assert.equal(answer.query, 'white whael');
    assert.equal(answer.searchedFor, 'white whale');
    assert.deepEqual(answer.suggestions, []);
    assert.ok(asked.includes('white whale'));
    const right = await ask('white whale');
    assert.equal(right.searchedFor, '');
    assert.deepEqual(
      answer.results.map(({ book, score }) => [book?.title, score]),
      right.results.map(({ book, score }) => [book?.title, score]),
    );
  });

  it('is searched as it was typed where the reader says so', async () => {
    const answer = await ask('white whael', { asTyped: true });
    assert.equal(answer.searchedFor, '');
    assert.deepEqual(answer.suggestions, ['white whale']);
  });

  it('stays as it is in quotation marks, and where a beginning or nothing is near', async () => {
    assert.equal((await ask('"white whael"')).searchedFor, '');
    assert.equal((await ask('white wha')).searchedFor, '');
    assert.equal((await ask('zzzzzzzz')).searchedFor, '');
  });

  it('knows the words of the text and the names of authors', async () => {
    assert.equal((await ask('nantuckett')).searchedFor, 'nantucket');
    assert.equal((await ask('stories by harbuor')).searchedFor, 'stories by harbour');
  });
});
