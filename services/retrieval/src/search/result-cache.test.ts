import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cachedSearch } from './result-cache.ts';
import type { SearchAnswer, SearchInput } from './search-input.ts';

const input = (query: string, offset = 0): SearchInput => ({
  query,
  scope: 'books',
  mode: 'hybrid',
  limit: 10,
  offset,
  explain: false,
  signals: undefined,
  bookId: undefined,
});
const patience = { signal: new AbortController().signal, deadline: undefined };

/** A search that counts its calls, over a library whose state can be set. */
function counting(options: { maxBytes?: number; degraded?: boolean } = {}) {
  const state = { revision: 1, generation: 1, calls: 0 };
  const { search, hits } = cachedSearch(
    async ({ query }) => {
      state.calls += 1;
      return {
        query,
        total: state.calls,
        degraded: options.degraded ?? false,
        results: [],
        tookMs: { total: 5, embed: 3, signals: { fts_books: 1 }, fuse: 1 },
      } as unknown as SearchAnswer;
    },
    { revision: () => state.revision, generation: () => state.generation },
    options.maxBytes,
  );
  return { state, hits, ask: (query: string, offset?: number) => search(input(query, offset), patience) };
}

describe('the cache of answers', () => {
  it('answers the same request once from the search, then from memory, with its own time', async () => {
    const { state, hits, ask } = counting();
    const first = await ask('white whale');
    const again = await ask('  white   whale ');
    assert.equal(state.calls, 1);
    assert.equal(hits(), 1);
    assert.deepEqual({ ...again, query: first.query, tookMs: first.tookMs }, first);
    assert.equal(again.query, '  white   whale ');
    assert.equal(again.tookMs.embed, 0);
  });

  it('keeps different queries apart', async () => {
    const { state, ask } = counting();
    await ask('whale');
    await ask('whales');
    await ask('whale', 10);
    assert.equal(state.calls, 3);
  });

  it('forgets everything when the library or its grouping changes', async () => {
    const { state, ask } = counting();
    await ask('whale');
    state.revision = 2;
    await ask('whale');
    state.generation = 2;
    await ask('whale');
    assert.equal(state.calls, 3);
  });

  it('does not keep an answer that lacked a signal', async () => {
    const { state, ask } = counting({ degraded: true });
    await ask('whale');
    await ask('whale');
    assert.equal(state.calls, 2);
  });

  it('stays within its bytes: the answer not asked for longest goes', async () => {
    const { state, ask } = counting({ maxBytes: 600 });
    for (const query of ['a', 'b', 'c', 'd']) await ask(query);
    await ask('d');
    assert.equal(state.calls, 4);
    await ask('a');
    assert.equal(state.calls, 5);
  });
});
