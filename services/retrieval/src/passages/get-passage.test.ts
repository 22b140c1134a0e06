import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type OpenShelf, openShelf } from '../search/shelf.test-support.ts';
import { getPassage } from './get-passage.ts';

describe('a passage in its place', () => {
  let shelf: OpenShelf;
  let ids: number[];
  before(async () => {
    shelf = await openShelf();
    ids = shelf.library.db
      .prepare('SELECT id FROM chunks WHERE book_id = 1 ORDER BY seq')
      .pluck()
      .all() as number[];
  });
  after(() => shelf.close());

  it('comes with its book, blocks, topics and the neighbours asked for', async () => {
    const {
      book,
      passage,
      blocks,
      before: earlier,
      after: later,
      topics,
    } = await getPassage(shelf.store, ids[1]!, 1, '');
    assert.equal(book?.title, 'The Whaling Voyage');
    assert.match(passage?.text ?? '', /white whale/);
    assert.equal(blocks.map((b) => b.text).join(''), passage?.text);
    assert.equal(blocks[0]?.start, passage?.start);
    assert.deepEqual(
      earlier.map((p) => p.id),
      [ids[0]],
    );
    assert.deepEqual(
      later.map((p) => p.id),
      [ids[2]],
    );
    assert.deepEqual(
      topics.map((t) => t.label),
      ['white whale', 'harpoon'],
    );
  });

  it('has fewer neighbours at either end of the book', async () => {
    const first = await getPassage(shelf.store, ids[0]!, 20, '');
    assert.equal(first.before.length, 0);
    assert.deepEqual(
      first.after.map((p) => p.id),
      ids.slice(1),
    );
  });

  it('shows the words of a query in all of it', async () => {
    const { passage, after: later } = await getPassage(shelf.store, ids[1]!, 1, 'sea whale');
    assert.equal(passage?.highlights.length, 1);
    assert.equal(later[0]?.highlights.length, 1);
  });

  it('is not found under an id that no passage has', async () => {
    await assert.rejects(async () => getPassage(shelf.store, 4_000_000, 0, ''), { code: 'not_found' });
  });
});
