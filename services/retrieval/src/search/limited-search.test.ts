import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate, setTimeout } from 'node:timers/promises';
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
  signals: [],
  results: [],
  totalExact: true,
  counts: [],
  facets: null,
  degradations: [],
  suggestions: [],
  searchedFor: '',
  narrowedTo: [],
  leftOut: [],
  without: [],
  foundInside: [],
  answeringPassage: 0,
  topics: [],
  themes: [],
  domains: [],
  index: { revision: 1, generation: 0 },
});

/** A search that goes on until the test ends it. */
function held() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const search: Search = async (input) => {
    begun.push(input.query);
    await new Promise<void>((resolve) => ends.set(input.query, resolve));
    return answerTo(input);
  };
  const end = async (query: string) => {
    ends.get(query)!();
    await setImmediate();
  };
  return { search, begun, end };
}

describe('a limited search', () => {
  it('lets a few run, the others wait in their order, and refuses what is too much', async () => {
    const { search, begun, end } = held();
    const limited = limitedSearch(search, { running: 2, waiting: 2, waitMs: 60_000 });
    const answers = ['a', 'b', 'c', 'd'].map((query) => limited(ask(query), patience));
    await assert.rejects(limited(ask('e'), patience), { code: 'resource_exhausted', retryAfterSeconds: 1 });
    assert.deepEqual(begun, ['a', 'b']);
    await end('b');
    assert.deepEqual(begun, ['a', 'b', 'c']);
    await end('a');
    await end('c');
    await end('d');
    assert.deepEqual(
      (await Promise.all(answers)).map(({ query }) => query),
      ['a', 'b', 'c', 'd'],
    );
    const later = limited(ask('f'), patience);
    await setImmediate();
    await end('f');
    assert.equal((await later).query, 'f');
  });

  it('refuses those who have waited too long, and forgets those who have gone', async () => {
    const { search, begun, end } = held();
    const limited = limitedSearch(search, { running: 1, waiting: 5, waitMs: 20, startMs: 0 });
    const first = limited(ask('a'), patience);
    const gone = new AbortController();
    const left = limited(ask('b'), { ...patience, signal: gone.signal });
    const late = limited(ask('c'), patience);
    gone.abort();
    await assert.rejects(left, { code: 'cancelled' });
    await assert.rejects(late, { code: 'resource_exhausted' });
    await end('a');
    await first;
    assert.deepEqual(begun, ['a']);
  });

  it('lets those wait longer who came while the service started', async () => {
    const { search, end } = held();
    const limited = limitedSearch(search, { running: 1, waitMs: 20, startWaitMs: 60_000 });
    const [first, second] = ['a', 'b'].map((query) => limited(ask(query), patience));
    await setTimeout(40);
    await end('a');
    await first;
    await end('b');
    assert.equal((await second!).query, 'b');
  });

  it('passes the turn on when a search fails', async () => {
    let calls = 0;
    const limited = limitedSearch(
      async () => {
        calls += 1;
        throw new Error('broken');
      },
      { running: 1, waiting: 5, waitMs: 60_000 },
    );
    const all = await Promise.allSettled(['a', 'b', 'c'].map((query) => limited(ask(query), patience)));
    assert.ok(all.every(({ status }) => status === 'rejected'));
    assert.equal(calls, 3);
  });
});
