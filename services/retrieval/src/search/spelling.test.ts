import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { groupShelf, type OpenShelf, openShelf } from './shelf.test-support.ts';
import { spellings } from './spelling.ts';
import { createSuggest, type Suggest } from './suggest.ts';

describe('suggestions', () => {
  const pause = async () => undefined;
  let shelf: OpenShelf;
  let suggest: Suggest;
  before(async () => {
    shelf = await openShelf();
    await groupShelf(shelf.library);
    suggest = createSuggest(shelf.store);
  });
  after(() => shelf.close());

  it('are titles, authors, topics and themes in which every word begins a word', async () => {
    const { completions } = await suggest('wha', 20);
    assert.ok(completions.some(({ kind, text }) => kind === 'title' && text === 'The Whaling Voyage'));
    assert.ok(completions.some(({ kind, text }) => kind === 'topic' && text === 'white whale'));
    assert.deepEqual(
      (await suggest('Harbour ad', 20)).completions.map(({ kind, text }) => [kind, text]),
      [['author', 'Ada Harbour']],
    );
  });

  it('are names of people and places too', async () => {
    const { completions } = await suggest('nantu', 20);
    assert.deepEqual(
      completions.map(({ kind, text, books }) => [kind, text, books]),
      [['name', 'Nantucket', 1]],
    );
  });

  it('are as many as asked for, and none for a text without words', async () => {
    assert.equal((await suggest('s', 2)).completions.length, 2);
    assert.deepEqual(await suggest('"*', 8), { completions: [], spellings: [] });
  });

  it('offer near spellings of words that the library does not know', async () => {
    assert.deepEqual(await spellings('white whael', shelf.store, pause), ['white whale']);
    assert.deepEqual(await spellings('white whale', shelf.store, pause), []);
    assert.deepEqual(await spellings('zzzzzzzz', shelf.store, pause), []);
    assert.deepEqual((await suggest('harpoom', 8)).spellings, ['harpoon']);
  });
});
