import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createSearch, type Search } from '../search/search.ts';
import type { SearchInput } from '../search/search-input.ts';
import { FakeEmbedder, meaningfulBook, type OpenShelf, openShelf } from '../search/shelf.test-support.ts';
import { jointChunks } from './joint-chunks.ts';

/** A scene: one book has its words in one passage, the other in several. */
const SCENE = 'The lamplighter dropped his ladder into the canal and wept for the drowned kitten.';
const APART = [
  'A lamplighter, a lamplighter, said the child, and laughed at the window.',
  'The ladder stood by the wall, and the ladder was old.',
  'Down the canal went the barge, and another canal met it.',
  'Drowned, they said; nobody had drowned there before.',
  'The kitten slept, and a second kitten slept beside it.',
];

describe('one passage that holds words and meaning', () => {
  let shelf: OpenShelf;
  let search: Search;
  before(async () => {
    shelf = await openShelf();
    const books = [
      { fileName: 'scene.epub', title: 'One Scene', chunks: [{ text: SCENE, topics: ['canal'] }] },
      {
        fileName: 'apart.epub',
        title: 'Many Scenes',
        chunks: APART.map((text) => ({ text, topics: ['barge'] })),
      },
    ];
    for (const book of books) await shelf.library.write('putBook', meaningfulBook(book));
    search = createSearch({ store: shelf.store, embedder: new FakeEmbedder(), embedTimeoutMs: 1_000 });
  });
  after(() => shelf.close());

  const ask = (query: string, input: Partial<SearchInput> = {}) =>
    search(
      {
        ...{ query, scope: 'books', mode: 'hybrid', limit: 10, offset: 0, explain: true },
        ...{ signals: undefined, bookId: undefined, ...input },
      },
      { signal: new AbortController().signal, deadline: undefined },
    );

  it('is found by itself, with the passage as its evidence', async () => {
    const { results } = await ask('lamplighter ladder canal drowned kitten', { signals: [jointChunks.name] });
    const [first] = results;
    assert.equal(first?.book?.title, 'One Scene');
    const [trace] = first!.signals;
    assert.equal(trace?.name, jointChunks.name);
    assert.equal(trace?.matchedKind, 'passage');
    assert.ok(SCENE.startsWith(trace!.matched.replace(/ …$/, '')));
  });

  it('gives less evidence for one word, which many passages have, and never more than the limit', async () => {
    const evidence = async (query: string) => {
      const { results } = await ask(query, { signals: [jointChunks.name] });
      return Math.max(...results.map(({ signals }) => signals[0]!.raw));
    };
    assert.ok((await evidence('canal')) < (await evidence('lamplighter ladder canal drowned kitten')));
    assert.equal(await evidence(SCENE), 12);
  });

  it('has no part where words or meaning alone are asked', async () => {
    for (const mode of ['keyword', 'semantic'] as const) {
      const { signals } = await ask('lamplighter ladder canal', { mode });
      assert.equal(signals.find(({ name }) => name === jointChunks.name)?.state, 'unasked');
    }
  });
});
