import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createSearch } from '../search/search.ts';
import { type OpenShelf, openShelf } from '../search/shelf.test-support.ts';
import { createTrail, type Trail, type TrailInput } from './trail.ts';

describe('a trail', () => {
  let shelf: OpenShelf;
  let trail: Trail;
  const patience = { signal: new AbortController().signal, deadline: undefined };
  const walk = (wishes: Partial<TrailInput>) =>
    trail({ from: 'storm', to: '', steps: 5, seed: 0, drop: [], pins: [], ...wishes }, patience);
  const titles = async (wishes: Partial<TrailInput>) =>
    (await walk(wishes)).steps.map(({ book }) => book?.title);
  before(async () => {
    shelf = await openShelf();
    const { store, embedder } = shelf;
    trail = createTrail(store, createSearch({ store, embedder, embedTimeoutMs: 1_000 }));
  });
  after(() => shelf.close());

  it('leads from one idea to the other, each step of another book', async () => {
    const { steps, relevant } = await walk({ to: 'soil' });
    assert.equal(relevant, true);
    assert.match(steps[0]?.passage?.text ?? '', /storm/);
    assert.match(steps.at(-1)?.passage?.text ?? '', /soil/);
    assert.equal(new Set(steps.map(({ book }) => book?.id)).size, steps.length);
    assert.deepEqual(
      steps.map(({ step }) => step),
      steps.map((_, i) => i + 1),
    );
  });

  it('explains every link: by topics that both share, or by the one that is nearest to both', async () => {
    const { steps } = await walk({ from: 'weather', to: 'kitchen' });
    assert.equal(steps[0]?.link, null);
    for (const { link } of steps.slice(1)) {
      assert.ok(link !== null && link.similarity <= 1 && link.similarity >= -1);
      assert.equal(link.sharedTopics.length > 0, link.bridge === null);
    }
  });

  it('is the same each time, and another one by another seed', async () => {
    const first = await titles({ to: 'kitchen', steps: 6 });
    assert.deepEqual(await titles({ to: 'kitchen', steps: 6 }), first);
    const others = await Promise.all([1, 2, 3, 4].map((seed) => titles({ to: 'kitchen', steps: 6, seed })));
    assert.ok(others.some((other) => other.join() !== first.join()));
  });

  it('goes without dropped passages and through pinned ones', async () => {
    const { steps } = await walk({ to: 'kitchen' });
    const second = steps[1]!.passage!.id;
    const without = await walk({ to: 'kitchen', drop: [second] });
    assert.ok(without.steps.every(({ passage }) => passage?.id !== second));
    const dragon = shelf.library.db
      .prepare("SELECT id FROM chunks WHERE text LIKE '%dragon slept%'")
      .pluck()
      .get() as number;
    const pinned = await walk({ to: 'kitchen', pins: [{ step: 3, passageId: dragon }] });
    assert.equal(pinned.steps[2]?.passage?.id, dragon);
    assert.deepEqual(
      pinned.steps.map((step) => step.pinned),
      [false, false, true, false, false],
    );
  });

  it('begins at a given passage or topic', async () => {
    const { id } = shelf.library.db.prepare("SELECT id FROM topics WHERE label = 'herb'").get() as {
      id: number;
    };
    const [first] = (await walk({ from: `topic:${id}` })).steps;
    assert.match(first?.passage?.text ?? '', /thyme/);
    const again = await walk({ from: `passage:${first!.passage!.id}`, to: 'storm' });
    assert.equal(again.steps[0]?.passage?.id, first?.passage?.id);
  });

  it('says so when nothing is about one of its ends', async () => {
    const { relevant, steps } = await walk({ from: 'xylophone zzyzx' });
    assert.equal(relevant, false);
    assert.deepEqual(steps, []);
  });

  it('goes by words, and says so, while the embedding service is away', async () => {
    shelf.embedder.failure = new Error('away');
    const { degraded, degradedReasons, steps } = await walk({ to: 'kitchen' });
    shelf.embedder.failure = undefined;
    assert.equal(degraded, true);
    assert.match(degradedReasons.join(), /keyword results/);
    assert.ok(steps.length > 1);
  });

  it('refuses ids that are not there and pins that contradict each other', async () => {
    await assert.rejects(walk({ from: 'passage:999999' }), { code: 'not_found' });
    await assert.rejects(walk({ to: 'topic:999999' }), { code: 'not_found' });
    await assert.rejects(walk({ pins: [{ step: 2, passageId: 999_999 }] }), { code: 'not_found' });
    const ids = shelf.library.db
      .prepare('SELECT id FROM chunks WHERE searchable = 1 ORDER BY book_id, seq')
      .pluck()
      .all() as number[];
    // The first book has three passages.
    const [one, sameBook, , elsewhere] = ids.map((passageId) => ({ passageId }));
    for (const pins of [
      [{ step: 9, ...one! }],
      [
        { step: 2, ...one! },
        { step: 2, ...elsewhere! },
      ],
      [
        { step: 2, ...one! },
        { step: 3, ...sameBook! },
      ],
    ]) {
      await assert.rejects(walk({ pins }), { code: 'invalid_argument' });
    }
    await assert.rejects(walk({ pins: [{ step: 2, ...one! }], drop: [ids[0]!] }), {
      code: 'invalid_argument',
    });
  });

  it('ends when the caller is gone', async () => {
    const from = `passage:${(await walk({})).steps[0]!.passage!.id}`;
    const gone = { signal: AbortSignal.abort(), deadline: undefined };
    const asked = { from, to: '', steps: 5, seed: 0, drop: [], pins: [] };
    await assert.rejects(trail(asked, gone), { code: 'cancelled' });
  });

  it('is shorter where there are not enough books', async () => {
    const { steps } = await walk({ to: 'kitchen', steps: 12 });
    assert.ok(steps.length >= 5 && steps.length <= 8);
  });
});
