import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { byRaw } from '../fusion/ranked-list.ts';
import { bagOfWords, groupShelf, type OpenShelf, openShelf } from '../search/shelf.test-support.ts';
import { SIGNAL_NAMES, SIGNALS } from './all-signals.ts';
import { parseQuery } from './fts-query.ts';
import { questionOf, SCOPES, type Scope } from './signal.ts';

describe('the signals', () => {
  let shelf: OpenShelf;
  before(async () => {
    shelf = await openShelf();
    await groupShelf(shelf.library);
  });
  after(() => shelf.close());

  const ask = (query: string, scope: Scope, bookId?: number) => {
    const question = questionOf(parseQuery(query), scope, bookId);
    question.vectors = { QUERY: bagOfWords(query), LABEL: bagOfWords(query) };
    return question;
  };
  const rank = (name: string, query: string, scope: Scope) =>
    SIGNALS.find((signal) => signal.name === name)!.rank(ask(query, scope), shelf.store);
  const label = (id: number) =>
    shelf.library.db.prepare('SELECT label FROM topics WHERE id = ?').pluck().get(id) as string;
  const topicId = (text: string) =>
    shelf.library.db.prepare('SELECT id FROM topics WHERE label = ?').pluck().get(text) as number;
  const title = (id: number) =>
    shelf.library.db.prepare('SELECT title FROM books WHERE id = ?').pluck().get(id) as string;

  it('keep their names, by which requests and recorded answers know them', async () => {
    assert.deepEqual(SIGNAL_NAMES.slice(0, 7), [
      ...['fts_books', 'fts_topics', 'fts_chunks'],
      ...['vec_topics', 'vec_phrases', 'vec_books', 'vec_chunks'],
    ]);
    assert.equal(new Set(SIGNAL_NAMES).size, SIGNAL_NAMES.length);
  });

  it('give in every scope of theirs a list in total order, each item once', async () => {
    for (const signal of SIGNALS) {
      for (const scope of signal.scopes) {
        for (const query of ['storm at sea', 'kitchen', 'dictator calm', 'zzz', 'the']) {
          const items = await signal.rank(ask(query, scope), shelf.store);
          assert.deepEqual(items, [...items].sort(byRaw), `${signal.name} ${scope}`);
          assert.equal(new Set(items.map((i) => i.id)).size, items.length);
        }
      }
    }
  });

  it('speak for every scope through at least one keyword and one semantic signal', async () => {
    for (const scope of SCOPES) {
      const speaking = SIGNALS.filter((signal) => signal.scopes.includes(scope));
      assert.ok(speaking.some((s) => s.vector === undefined) && speaking.some((s) => s.vector !== undefined));
    }
  });

  it('leave a whole sentence to the text: topics name no passage then', async () => {
    const sentence =
      'the old harpoon hung above the kitchen fire while the whaling captain told his story of storms';
    for (const name of ['fts_topics', 'vec_topics']) {
      assert.ok((await rank(name, 'harpoon', 'passages')).length > 0);
      assert.deepEqual(await rank(name, sentence, 'passages'), []);
      assert.ok((await rank(name, sentence, 'books')).length > 0, 'books are still found by topics');
    }
    assert.ok((await rank('fts_chunks', sentence, 'passages')).length > 0);
  });

  it('put forward the topic, phrase or passage that matched', async () => {
    const [byTopicWords] = await rank('fts_topics', 'harpoon', 'books');
    assert.equal(title(byTopicWords!.id), 'The Whaling Voyage');
    assert.equal(label(byTopicWords!.evidence.id), 'harpoon');
    const [byTopicVector] = await rank('vec_topics', 'inner freedom', 'books');
    assert.equal(title(byTopicVector!.id), 'Letters on Calm');
    assert.equal(label(byTopicVector!.evidence.id), 'inner freedom');
    const [byPhrase] = await rank('vec_phrases', 'quantum physics', 'books');
    assert.equal(title(byPhrase!.id), 'Small Uncertainties');
    assert.equal(byPhrase!.evidence.kind, 'phrase');
  });

  it('weigh a title above a description', async () => {
    // Every test book's description repeats its title; only this one has it as a title of its own.
    assert.equal(title((await rank('fts_books', 'storm glass', 'books'))[0]!.id), 'Storm Glass');
  });

  it('know that names belong to books and are no topics', async () => {
    assert.deepEqual(await rank('fts_topics', 'Nantucket', 'topics'), []);
  });

  it('lead from topics to the passages that carry them', async () => {
    const passages = await rank('fts_topics', 'herb', 'passages');
    const texts = passages.map(({ id }) =>
      String(shelf.library.db.prepare('SELECT text FROM chunks WHERE id = ?').pluck().get(id)),
    );
    assert.equal(texts.length, 2);
    assert.ok(texts.every((text) => text.includes('thyme')));
  });

  it('let a merged topic speak as the one it was merged into, and once', async () => {
    const [target, merged] = [topicId('storm at sea'), topicId('weather record')];
    await shelf.library.write('putGrouping', {
      recipe: 'test',
      merges: Uint32Array.from([merged, target]),
      domains: [],
      themes: [],
      centroids: new Float32Array(0),
    });
    const [first, ...rest] = await rank('fts_topics', 'weather record', 'topics');
    assert.equal(first!.id, target);
    assert.deepEqual(rest, []);
    const nearest = await rank('vec_topics', 'weather record', 'topics');
    assert.equal(nearest[0]!.id, target);
    assert.ok(nearest.every(({ id }) => id !== merged));
    await groupShelf(shelf.library);
  });
});
