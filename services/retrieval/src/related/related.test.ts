import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { meaningfulBook, type OpenShelf, openShelf } from '../search/shelf.test-support.ts';
import { createRelated, type Related } from './related.ts';

describe('related books', () => {
  let shelf: OpenShelf;
  let related: Related;
  const idOf = (title: string) =>
    shelf.library.db.prepare('SELECT id FROM books WHERE title = ?').pluck().get(title) as number;
  before(async () => {
    shelf = await openShelf();
    related = createRelated(shelf.store);
  });
  after(() => shelf.close());

  it('come without the book itself, the likest first, with the topics that both speak of', async () => {
    const { results } = await related(idOf('Bread and Salt'), 12);
    assert.equal(results[0]?.book?.title, 'A Small Fenced Field');
    assert.deepEqual(
      results[0].sharedTopics.map((t) => t.label),
      ['herb'],
    );
    assert.ok(results.every((r) => r.book?.title !== 'Bread and Salt'));
    assert.deepEqual(
      results.map((r) => r.rank),
      results.map((_, i) => i + 1),
    );
  });

  it('explain themselves by three signals whose shares add up to 1', async () => {
    for (const { signals, score } of (await related(idOf('The Whaling Voyage'), 12)).results) {
      assert.ok(signals.every((s) => ['fts_books', 'vec_phrases', 'vec_books'].includes(s.name)));
      assert.ok(Math.abs(signals.reduce((sum, s) => sum + s.share, 0) - 1) < 1e-9);
      assert.ok(Math.abs(signals.reduce((sum, s) => sum + 1 / (60 + s.rank), 0) - score) < 1e-9);
    }
  });

  it('are found for a book whose title has a hyphen', async () => {
    const spec = {
      fileName: 'morrow.epub',
      title: 'Sea-Storm To-Morrow',
      chunks: [{ text: 'A storm at sea.' }],
    };
    const { bookId } = await shelf.library.write('putBook', meaningfulBook(spec));
    assert.equal((await related(bookId, 3)).results[0]?.book?.title, 'Storm Glass');
    await shelf.library.write('deleteBook', bookId);
  });

  it('give a reason in words', async () => {
    const { results } = await related(idOf('Bread and Salt'), 12);
    assert.equal(results[0]?.reason, 'both speak of herb');
    for (const { reason } of results) assert.match(reason, /^(both speak of|their|as wholes) [^\d]+$/);
  });

  it('need no embedding service', async () => {
    await related(idOf('Storm Glass'), 3);
    assert.equal(shelf.embedder.calls.length, 0);
  });

  it('are as many as asked for', async () => {
    assert.equal((await related(idOf('Storm Glass'), 2)).results.length, 2);
  });

  it('are the same when they are asked for again, and new after the library has changed', async () => {
    const id = idOf('Storm Glass');
    const first = await related(id, 12);
    assert.deepEqual((await related(id, 12)).results, first.results);
    assert.deepEqual((await related(id, 13)).results.slice(0, 12), first.results);
    const likest = first.results[0]!.book!.id;
    await shelf.library.write('deleteBook', likest);
    assert.ok((await related(id, 12)).results.every(({ book }) => book?.id !== likest));
  });

  it('are not found for an id that no book has', async () => {
    await assert.rejects(async () => related(99_999, 3), { code: 'not_found' });
  });
});

describe('the only book of a library', () => {
  it('has no related books', async () => {
    const shelf = await openShelf([
      { fileName: 'one.epub', title: 'One', chunks: [{ text: 'Alone here.' }] },
    ]);
    assert.deepEqual((await createRelated(shelf.store)(1, 12)).results, []);
    await shelf.close();
  });
});
