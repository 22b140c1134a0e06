/** Another signal: one file, and one line in all-signals.ts, which is added here while that file is loaded. */
import assert from 'node:assert/strict';
import { registerHooks } from 'node:module';
import { after, before, describe, it } from 'node:test';
import type { SearchAnswer, SearchInput } from '../search/search-input.ts';
import type { OpenShelf } from '../search/shelf.test-support.ts';
import { ADDED_COSINE, addedSignal } from './added-signal.test-support.ts';

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith('/signals/all-signals.ts')) return loaded;
    const source = String(loaded.source)
      .replace(/^import /m, "import { addedSignal } from './added-signal.test-support.ts';\nimport ")
      .replace('  jointChunks,\n]', '  jointChunks,\n  addedSignal,\n]');
    return { ...loaded, source };
  },
});

const { SIGNALS } = await import('./all-signals.ts');
const { createSearch } = await import('../search/search.ts');
const { listSignals } = await import('../search/signal-list.ts');
const { searchRequest } = await import('../requests/requests.ts');
const { openShelf } = await import('../search/shelf.test-support.ts');
const rankings = await import('../../../../test/programs/relevance/rankings.ts');

describe('another signal from one file and one line', () => {
  let shelf: OpenShelf;
  let ask: (query: string, more?: Partial<SearchInput>) => Promise<SearchAnswer>;
  before(async () => {
    shelf = await openShelf();
    const { store, embedder } = shelf;
    const search = createSearch({ store, embedder, embedTimeoutMs: 1_000 });
    ask = (query, more = {}) =>
      search(
        {
          ...{ query, scope: 'books', mode: 'hybrid', limit: 10, offset: 0, explain: true },
          ...{ signals: undefined, bookId: undefined },
          ...more,
        },
        { signal: new AbortController().signal, deadline: undefined },
      );
  });
  after(() => shelf.close());

  it('is registered', () => {
    assert.equal(SIGNALS.length, 9);
    assert.equal(SIGNALS.at(-1), addedSignal);
  });

  it('takes part in fusion, by its weight, and in the trace, in its own words', async () => {
    const { results } = await ask('storm at sea');
    const found = results.find(({ signals }) => signals.some(({ name }) => name === addedSignal.name));
    const trace = found?.signals.find(({ name }) => name === addedSignal.name);
    assert.ok(trace !== undefined && trace.share >= 0);
    assert.equal(trace.raw, ADDED_COSINE);
    assert.equal(trace.because, `“${found!.book!.title}” was added first`);
    assert.equal(trace.rank, 1);
  });

  it('has its own lines for the floor and for what is strong', async () => {
    const alone = await ask('zzz', { signals: [addedSignal.name] });
    assert.equal(alone.relevant, true);
    assert.equal(alone.results[0]?.relevance, 'strong');
  });

  it('belongs to its family', async () => {
    const names = async (mode: 'keyword' | 'semantic') =>
      Object.keys((await ask('sea', { mode })).tookMs.signals);
    assert.ok((await names('semantic')).includes(addedSignal.name));
    assert.ok(!(await names('keyword')).includes(addedSignal.name));
    assert.ok(rankings.SEMANTIC.includes(addedSignal));
    assert.ok(!rankings.KEYWORD.includes(addedSignal));
  });

  it('can be asked for by name, and is listed for the pages', async () => {
    assert.deepEqual(searchRequest.parse({ q: 'a', signals: addedSignal.name }).signals, [addedSignal.name]);
    const { name, family, label, explanation, weight } = addedSignal;
    const listed = { name, family, label, explanation, scopes: ['books'], weight };
    assert.deepEqual(listSignals().signals.at(-1), listed);
    const states = (await ask('storm')).signals;
    assert.deepEqual(states.at(-1), { name, family, label, state: 'answered' });
  });
});
