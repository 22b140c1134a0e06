/** What the contract says of reading. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { PROFILE } from '@libtrails/models/profile';
import type { TopicVector__Out as TopicVector } from '@libtrails/proto/types/ingest/v1/TopicVector';
import { SHELF } from '../search/shelf.test-support.ts';
import { any, type ContractShelf, groupStore, topicId } from './contract-shelf.test-support.ts';
import type { Store } from './store.ts';

/** @param shelfOf the filled shelf, once the tests run */
export function readingContract(shelfOf: () => ContractShelf): void {
  let shelf: ContractShelf;
  let store: Store;
  before(() => {
    shelf = shelfOf();
    store = shelf.store;
  });

  describe('reading', () => {
    it('finds things by id and leaves out what is not there', async () => {
      const books = await store.catalogue.books([2 ** 50, shelf.book('Storm Glass')]);
      assert.deepEqual(
        [...books.values()].map(({ title }) => title),
        ['Storm Glass'],
      );
      assert.equal((await store.catalogue.passages([2 ** 50])).size, 0);
      assert.equal((await store.catalogue.topics([2 ** 50])).size, 0);
      assert.equal(await store.catalogue.bookPage(2 ** 50, { topics: 1, names: 1, themes: 1 }), undefined);
      assert.equal(await store.catalogue.passageContext(2 ** 50, 1), undefined);
      assert.equal(await store.catalogue.section(shelf.book('Storm Glass'), 9), undefined);
      assert.equal(await store.links.passagesOfTopic(2 ** 50, 1), undefined);
    });

    it('has the whole text in reading order, with what stands outside the body', async () => {
      const texts = await store.catalogue.texts(shelf.book('The Whaling Voyage'));
      assert.deepEqual(
        texts.map(({ text }) => text),
        [...SHELF[0]!.chunks.map(({ text }) => text), 'Colophon'],
      );
      assert.deepEqual(
        texts.map(({ searchable }) => searchable),
        [true, true, true, false],
      );
      const [, second] = texts;
      const context = await store.catalogue.passageContext(second!.id, 1);
      assert.deepEqual(
        [...context!.before, context!.passage, ...context!.after].map(({ id }) => id),
        texts.slice(0, 3).map(({ id }) => id),
      );
      const section = await store.catalogue.section(shelf.book('The Whaling Voyage'), 0);
      assert.deepEqual(
        [section!.texts.length, section!.previous, section!.next?.title],
        [3, null, 'Colophon'],
      );
    });

    it('counts what it lists', async () => {
      const counts = await store.catalogue.counts();
      assert.equal(counts.books, (await store.catalogue.allBooks()).length);
      assert.equal(counts.passages, store.text.passageCount());
      assert.equal(counts.passages, store.vectors.count('passages'));
      assert.equal(counts.themes, (await store.catalogue.allThemes()).length);
      assert.equal(counts.domains, (await store.catalogue.domains()).length);
    });

    it('leads from topics to passages, books and themes, and back', async () => {
      const storm = await topicId(store, 'storm at sea');
      const passages = (await store.links.passagesOfTopic(storm, 9))!;
      assert.deepEqual(
        passages.map(({ bookId }) => bookId).sort(),
        [shelf.book('The Whaling Voyage'), shelf.book('Storm Glass')].sort(),
      );
      const carried = await store.links.topicsOfPassages(passages.map(({ id }) => id));
      assert.ok([...carried.values()].every((topics) => topics.includes(storm)));
      const books = (await store.links.booksByTopic([storm])).map(([, owner]) => owner);
      assert.deepEqual(books.sort(), passages.map(({ bookId }) => bookId).sort());
      const [sea] = (await store.catalogue.allThemes()).filter(({ label }) => label === 'The sea');
      assert.deepEqual(await store.links.themesByTopic([storm]), [[storm, sea!.id, sea!.domainId]]);
      assert.deepEqual([...(await store.links.booksOfThemes([sea!.id]))].sort(), books.sort());
      const speaking = await store.links.passagesOfThemes([sea!.id]);
      assert.ok(passages.every(({ id }) => speaking.has(id)));
      const [first] = await store.links.themesOfBooks(books);
      assert.deepEqual([first!.label, first!.books], ['The sea', 2]);
      assert.deepEqual([...(await store.links.topicsInBooks([storm], books))], [storm]);
      assert.deepEqual([...(await store.links.topicsInBooks([storm], [shelf.book('Bread and Salt')]))], []);
    });

    it('tells what sets a domain apart: topics that its leading books speak of more than all do', async () => {
      const [adventure] = (await store.catalogue.domains()).filter(({ label }) => label === 'Adventure');
      const books = [shelf.book('The Whaling Voyage'), shelf.book('Storm Glass')];
      const [first] = await store.catalogue.distinctTopics(adventure!.id, books, 9);
      assert.equal(first?.id, await topicId(store, 'storm at sea'));
      assert.ok(first.lift > 1);
      assert.deepEqual(await store.catalogue.distinctTopics(adventure!.id, [], 9), []);
    });

    it('streams every phrase and concept with its vector and the mean of its passages', async () => {
      const rows: TopicVector[] = [];
      for await (const page of store.sources.topicVectors()) rows.push(...page);
      const ids = rows.map(({ id }) => id);
      assert.deepEqual(
        ids,
        ids.toSorted((a, b) => a - b),
      );
      for (const label of ['storm at sea', 'white whale', 'dystopia'])
        assert.ok(ids.includes(await topicId(store, label)), label);
      assert.ok(rows.every(({ kind }) => kind !== 'name'));
      const storm = rows.find(({ label }) => label === 'storm at sea')!;
      assert.deepEqual([storm.kind, storm.passages, storm.books], ['phrase', 2, 2]);
      assert.deepEqual([storm.vector.length, storm.context.length], [PROFILE.dims, PROFILE.dims]);
    });

    it('lets a merged topic read as its target until the next grouping', async () => {
      const before = store.generation();
      const target = await topicId(store, 'storm at sea');
      const merged = await topicId(store, 'weather record');
      await groupStore(store, [['weather record', 'storm at sea']]);
      assert.equal(store.generation(), before + 1);
      assert.equal((await store.catalogue.topics([merged])).get(merged)?.id, target);
      assert.equal((await store.catalogue.topicPage(merged, { books: 9, related: 9 }))?.id, target);
      const [hit] = await store.text.topics(any('record'), 9);
      assert.deepEqual([hit?.id, hit?.owner], [merged, target]);
      await groupStore(store);
      assert.equal((await store.catalogue.topics([merged])).get(merged)?.id, merged);
    });

    it('knows its own words', async () => {
      const storm = await topicId(store, 'storm at sea');
      assert.ok((await store.vocabulary.topicsBeginning(['sto', 'se'], 9)).includes(storm));
      assert.deepEqual(await store.vocabulary.topicsBeginning(['zzz'], 9), []);
      const names = await store.vocabulary.namesOfTopics([storm, 2 ** 40]);
      assert.deepEqual([...names], [[storm, ['storm at sea']]]);
      assert.deepEqual(await store.vocabulary.namesBeginning('nantu', 3, 9), [
        { label: 'Nantucket', books: 1 },
      ]);
      assert.deepEqual(await store.vocabulary.namesBeginning('nantu', 4, 9), []);
      assert.deepEqual(await store.vocabulary.namesBeginning('tucket', 1, 9), []);
      const themes = await store.catalogue.themes(await store.vocabulary.themesOfTopics(['whal'], 9));
      assert.deepEqual(
        [...themes.values()].map(({ label }) => label),
        ['The sea'],
      );
    });
  });
}
