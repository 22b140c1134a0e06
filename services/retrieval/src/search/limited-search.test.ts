import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limitedSearch } from './limited-search.ts';
import type { Search } from './search.ts';
import type { SearchAnswer, SearchInput } from './search-input.ts';

const patience = { signal: new AbortController().signal, deadline: undefined };
const ask = (query: string): SearchInput => ({
  query,
  scope: 'books',
  mode: 'hybrid',
  limit: 10,
  offset: 0,
  explain: false,
  signals: undefined,
  bookId: undefined,
});
const answerTo = (input: SearchInput): SearchAnswer => ({
  query: input.query,
  scope: input.scope,
  mode: input.mode,
  total: 0,
  relevant: false,
  degraded: false,
  degradedReasons: [],
  tookMs: { total: 9, embed: 4, signals: { fts_books: 1 }, fuse: 1 },
  results: [],
  totalExact: true,
  counts: [],
  facets: null,
  degradations: [],
  suggestions: [],
  without: [],
  foundInside: [],
  topics: [],
  themes: [],
  domains: [],
  index: { revision: 1, generation: 0 },
});

describe('a limited search', () => {
  it('refuses what is too much, with a time to try again, and recovers', async () => {
    const finish: (() => void)[] = [];
    const slow: Search = async (input) => {
      await new Promise<void>((resolve) => finish.push(resolve));
      return answerTo(input);
    };
    const limited = limitedSearch(slow, 2);
    const running = [limited(ask('a'), patience), limited(ask('b'), patience)];
    await assert.rejects(limited(ask('c'), patience), { code: 'resource_exhausted', retryAfterSeconds: 1 });
    for (const done of finish) done();
    await Promise.all(running);
    const after = limited(ask('d'), patience);
    finish.at(-1)!();
    assert.equal((await after).query, 'd');
  });
});
