/** What the contract says of searching by words and by vectors. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { bagOfWords, meaningfulBook, SHELF } from '../search/shelf.test-support.ts';
import { wordsOf } from '../words/words.ts';
import { any, type ContractShelf, term, topicId } from './contract-shelf.test-support.ts';
import type { Store } from './store.ts';

/** @param shelfOf the filled shelf, once the tests run */
export function searchContract(shelfOf: () => ContractShelf): void {
  let shelf: ContractShelf;
  let store: Store;
  before(() => {
    shelf = shelfOf();
    store = shelf.store;
  });

  describe('search by words', () => {
    it('ranks what holds more of the words, and rarer ones, higher', async () => {
      const hits = await store.text.passages(await shelf.passageTerms('storm', 'noon', 'sea'), 9);
      const [first, ...rest] = await shelf.textsOf(hits);
      assert.match(first!, /barometer/);
      assert.ok(rest.some((text) => /storms on the open sea/.test(text)));
      assert.ok(hits.every(({ raw }, i) => i === 0 || raw <= hits[i - 1]!.raw));
      assert.equal(hits[0]!.owner, shelf.book('Storm Glass'));
    });

    it('finds rows of words as they stand, beginnings, and only what holds the required', async () => {
      assert.equal((await store.text.passages(await shelf.passageTerms('white whale'), 9)).length, 1);
      assert.equal((await store.text.passages(await shelf.passageTerms('whale white'), 9)).length, 0);
      const prefix = { ...term('whal'), prefix: true };
      const beginning = [{ term: prefix, phrase: undefined, required: false, weight: 1 }];
      assert.equal((await store.text.passages(beginning, 9)).length, 2);
      const [sea, whale] = await shelf.passageTerms('sea', 'whale');
      const required = await store.text.passages([{ ...whale!, required: true }, sea!], 9);
      assert.ok((await shelf.textsOf(required)).every((text) => /whal/.test(text)));
      const rows = await store.text.passagesWithRow([
        ['white', 'whale'],
        ['flour', 'water'],
      ]);
      assert.deepEqual(
        rows.map(({ owner }) => owner).sort(),
        [shelf.book('The Whaling Voyage'), shelf.book('Bread and Salt')].sort(),
      );
    });

    it('looks only where it is told to', async () => {
      const terms = await shelf.passageTerms('sea', 'kitchen');
      const all = await store.text.passages(terms, 99);
      const bookId = shelf.book('Bread and Salt');
      const ofBook = await store.text.passages(terms, 99, { bookId });
      assert.ok(ofBook.length > 0 && ofBook.every(({ owner }) => owner === bookId));
      const without = new Set([all[0]!.id]);
      const filter = { books: new Set(all.map(({ owner }) => owner)), passages: undefined, without };
      assert.deepEqual(
        (await store.text.passages(terms, 99, { filter })).map(({ id }) => id),
        all.slice(1).map(({ id }) => id),
      );
      assert.deepEqual(await store.text.books(any('kitchen'), 9, new Set()), []);
    });

    it('counts stems in passages, books and topics', async () => {
      const [kitchen, nothing] = ['kitchen', 'zzz'].map((text) => term(text).stems[0]!);
      const counts = await store.text.frequencies([kitchen!, nothing!]);
      assert.equal(counts.get(kitchen!)?.passages, 3);
      assert.ok(counts.get(kitchen!)!.topics > 0);
      assert.deepEqual({ ...counts.get(nothing!) }, { passages: 0, books: 0, topics: 0 });
      const stems = wordsOf('white whale barometer').map(({ stem }) => stem);
      const [whale] = await store.text.passages(await shelf.passageTerms('white whale'), 1);
      const { counted } = await store.text.sharesHeld(stems, [whale!.id]);
      assert.ok(Math.abs(counted[0]! - 2 / 3) < 1e-6);
    });

    it('finds books by subtitle, series and ISBN', async () => {
      const spec = {
        ...{ fileName: 'salt.epub', title: 'Salt', subtitle: 'A History of Brine', series: 'Minerals' },
        ...{ identifiers: ['urn:isbn:978-0-306-40615-7'], chunks: [{ text: 'Nothing else.' }] },
      };
      const { bookId } = await store.write('putBook', meaningfulBook(spec));
      const named = (...texts: string[]) => store.text.namedBooks(texts.map(term), 9);
      assert.deepEqual(await named('salt', 'brine'), [bookId]);
      assert.deepEqual(await named('minerals', 'history'), [bookId]);
      assert.deepEqual(await named('9780306406157'), [bookId]);
      assert.deepEqual(await named('salt', 'testing'), [], 'a subject is no name');
      for (const word of ['brine', 'minerals', '9780306406157']) {
        assert.equal((await store.text.books(any(word), 9))[0]?.id, bookId, word);
      }
      assert.equal((await store.catalogue.books([bookId])).get(bookId)?.subtitle, 'A History of Brine');
      await store.write('deleteBook', bookId);
      assert.deepEqual(await named('salt', 'brine'), []);
    });

    it('finds books by what is said of them, and topics by label', async () => {
      const [first] = await store.text.books(any('gale', 'storm'), 9);
      assert.equal(first?.id, shelf.book('Storm Glass'));
      assert.equal((await store.text.topics(any('harpoon'), 9))[0]?.id, await topicId(store, 'harpoon'));
      assert.deepEqual(await store.text.topics(any('Nantucket'), 9), [], 'names are no topics');
    });
  });

  describe('search by vectors', () => {
    const sentence = SHELF[1]!.chunks[0]!.text;

    it('finds the nearest first, with its owner, by cosine', async () => {
      const near = await store.vectors.nearest('passages', bagOfWords(sentence), 5);
      assert.equal((await shelf.textsOf(near))[0], sentence);
      assert.equal(near[0]!.owner, shelf.book('Storm Glass'));
      assert.ok(near[0]!.raw > 0.98 && near[0]!.raw <= 1 + 1e-3);
      assert.ok(near.every(({ raw }, i) => i === 0 || raw <= near[i - 1]!.raw));
      const compared = await store.vectors.compare('passages', bagOfWords(sentence)).nearest(5);
      assert.deepEqual(compared, near);
    });

    it('looks only where it is told to', async () => {
      const vector = bagOfWords(sentence);
      const bookId = shelf.book('Storm Glass');
      const except = await store.vectors.nearest('passages', vector, 99, { exceptBook: bookId });
      assert.ok(except.length > 0 && except.every(({ owner }) => owner !== bookId));
      const only = await store.vectors.nearest('passages', vector, 99, { bookId });
      assert.equal(only.length, await store.vectors.searched({ bookId }));
      const books = await store.vectors.nearest('books', vector, 99, {
        filter: { books: new Set([bookId]), passages: undefined },
      });
      assert.deepEqual(
        books.map(({ id }) => id),
        [bookId],
      );
    });

    it('gathers what is nearest of each owner', async () => {
      const near = store.vectors.compare('passages', bagOfWords(sentence));
      const [best] = await near.bestOfOwners(1, 1);
      const [first] = await near.nearest(1);
      assert.deepEqual([best!.owner, best!.best], [first!.owner, first!.id]);
      assert.ok(Math.abs(best!.raw - first!.raw) < 1e-6);
      const owners = [shelf.book('Storm Glass'), shelf.book('Bread and Salt')];
      const nearest = await near.nearestOf(owners, 1);
      assert.deepEqual([...nearest.keys()].sort(), owners.sort());
      assert.deepEqual(nearest.get(shelf.book('Storm Glass')), [first!.id]);
      const cosines = await near.cosines([first!.id, 2 ** 50]);
      assert.deepEqual([...cosines.keys()], [first!.id]);
      assert.ok(Math.abs(cosines.get(first!.id)! - first!.raw) < 1e-6);
    });

    it('gives vectors of length 1, the same sample each time, and the owners of ids', async () => {
      const sample = await store.vectors.sample('passages', 4);
      assert.ok(sample.length >= 4);
      assert.deepEqual(await store.vectors.sample('passages', 4), sample);
      assert.ok(sample.every((vector) => Math.abs(Math.hypot(...vector) - 1) < 1e-2));
      const [hit] = await store.vectors.nearest('phrases', bagOfWords('harpoon'), 1);
      assert.deepEqual(
        [...(await store.vectors.owners('phrases', [hit!.id, 2 ** 50]))],
        [[hit!.id, hit!.owner]],
      );
      const known = await store.vectors.vectors('phrases', [hit!.id, 2 ** 50]);
      assert.deepEqual([...known.keys()], [hit!.id]);
      const lengthOf = await store.vectors.relativeLengths();
      assert.ok(lengthOf(shelf.book('The Whaling Voyage')) > lengthOf(shelf.book('Storm Glass')));
      assert.equal(lengthOf(2 ** 50), 1);
    });
  });
}
