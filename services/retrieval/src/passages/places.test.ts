import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type OpenShelf, openShelf } from '../search/shelf.test-support.ts';
import { createRelatedPassages, type RelatedPassages } from './related-passages.ts';
import { resolvePlace } from './resolve-place.ts';

let shelf: OpenShelf;
let related: RelatedPassages;
before(async () => {
  shelf = await openShelf();
  related = createRelatedPassages(shelf.store);
});
after(() => shelf.close());

describe('an address', () => {
  interface Row {
    id: number;
    bookId: number;
    section: number;
    start: number;
    stop: number;
    text: string;
  }
  const passage = (): Row =>
    shelf.library.db
      .prepare<[], Row>(
        "SELECT id, book_id AS bookId, section, start, stop, text FROM chunks WHERE text LIKE 'A white whale%'",
      )
      .get()!;
  const resolve = (more: object = {}) => {
    const { bookId, section, start, stop } = passage();
    return resolvePlace(shelf.store.catalogue, {
      ...{ bookId, section, start, end: stop, quote: 'a-white-whale-broke-the-water-th', ...more },
    });
  };

  it('leads to the same place while the text is there', async () => {
    const { id, section, start, stop } = passage();
    assert.deepEqual(await resolve(), { state: 'same', section, start, end: stop, passageId: id });
    assert.equal((await resolve({ quote: '' })).state, 'same');
    assert.equal((await resolve({ quote: '“A white — WHALE broke' })).state, 'same');
  });

  it('leads to where the text stands now', async () => {
    const { start, section } = passage();
    for (const wrong of [{ start: 3 }, { section: 1, start: 0 }, { start: 1_000_000 }]) {
      const found = await resolve(wrong);
      assert.deepEqual([found.state, found.section, found.start], ['moved', section, start]);
    }
    const inside = await resolve({ start: 0, quote: 'the-harpooner-s-hand' });
    assert.equal(inside.state, 'moved');
    assert.equal(inside.start, start + passage().text.indexOf('the harpooner'));
  });

  it('leads to the nearest place if the text is gone, and says so', async () => {
    const { section, start } = passage();
    const found = await resolve({ quote: 'something-else-entirely' });
    assert.deepEqual([found.state, found.section, found.start], ['nearest', section, start]);
  });

  it('is not found if the book is gone', async () => {
    await assert.rejects(async () => resolve({ bookId: 99_999 }), { code: 'not_found' });
  });
});

describe('related passages', () => {
  const ofText = (beginning: string) =>
    shelf.library.db
      .prepare<[string], number>('SELECT id FROM chunks WHERE text LIKE ? || "%"'.replaceAll('"', "'"))
      .pluck()
      .get(beginning)!;

  it('are in other books, the most similar first, one of each book before a second', async () => {
    const id = ofText('At night the crew told stories of storms');
    const { results } = await related(id, 8);
    const own = shelf.library.db.prepare('SELECT book_id FROM chunks WHERE id = ?').pluck().get(id);
    assert.ok(results.every(({ passage }) => passage?.bookId !== own));
    const firsts = new Set<number>();
    let repeated = false;
    for (const { book } of results) {
      if (firsts.has(book!.id)) repeated = true;
      else assert.ok(!repeated, 'a new book comes after a second passage of another');
      firsts.add(book!.id);
    }
  });

  it('have no more in common than topics that both carry', async () => {
    for (const { sharedTopics, passage } of (await related(ofText('At night the crew'), 8)).results) {
      const carried = shelf.library.statement<number>('passage-topics', 'value').all(passage!.id);
      assert.ok(sharedTopics.every(({ id }) => carried.includes(id)));
    }
  });

  it('are not found for an id that no searchable passage has', async () => {
    await assert.rejects(async () => related(99_999, 3), { code: 'not_found' });
  });
});
