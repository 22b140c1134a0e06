/** What a trail is made of, each piece on its own: the space, the ends, the layers, the links. */
import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { createSearch } from '../search/search.ts';
import { FakeEmbedder, meaningfulBook, SHELF } from '../search/shelf.test-support.ts';
import { onOneRevision } from '../search/time-slice.ts';
import { groupStore, topicId } from '../store/contract-shelf.test-support.ts';
import { memoryStore } from '../store/memory-store.test-support.ts';
import type { Store } from '../store/store.ts';
import { type End, parseEnd, readEnd } from './ends.ts';
import { layersOf } from './layers.ts';
import { linkOf, PassageTopics } from './links.ts';
import { cosine, type Placed } from './path.ts';
import { PassageSpace } from './space.ts';

describe('what a trail is made of', () => {
  const context = { signal: new AbortController().signal, deadline: undefined };
  let store: Store;
  let space: PassageSpace;
  const read = (text: string): Promise<End> => {
    const search = createSearch({ store, embedder: new FakeEmbedder(), embedTimeoutMs: 1_000 });
    return readEnd(parseEnd(text), store, space, search, context);
  };
  before(async () => {
    store = memoryStore();
    for (const spec of SHELF) await store.write('putBook', meaningfulBook(spec));
    await groupStore(store);
    space = new PassageSpace(store);
  });
  const passagesOf = async (topic: string) =>
    (await store.links.passagesOfTopic(await topicId(store, topic), 9))!.map(({ id }) => id);

  it('an end is a passage, a topic, or else words', () => {
    assert.deepEqual(parseEnd(' passage:17 '), { kind: 'passage', id: 17 });
    assert.deepEqual(parseEnd('topic:4'), { kind: 'topic', id: 4 });
    for (const words of ['topic:four', 'passage:12345678901', 'book:1', 'storm at sea'])
      assert.deepEqual(parseEnd(words), { kind: 'words', words });
  });

  it('the space has passages in the order asked for, of length 1, each nearest to itself', async () => {
    const ids = (await passagesOf('storm at sea')).toReversed();
    const found = await space.candidates([...ids, 999_999]);
    assert.deepEqual(
      found.map(({ id }) => id),
      ids,
    );
    for (const { id, vector } of found) {
      assert.ok(Math.abs(cosine(vector, vector) - 1) < 1e-5);
      assert.deepEqual(await space.nearest(vector, 1), [id]);
    }
    const topic = await topicId(store, 'herb');
    assert.deepEqual([...(await space.topics([topic, 999_999])).keys()], [topic]);
  });

  it('the passages of an end are those of the topic, the passage itself, or what the words are about', async () => {
    const storm = await topicId(store, 'storm at sea');
    const ids = await passagesOf('storm at sea');
    const idsOf = ({ passages }: End) => passages.map(({ id }) => id);
    assert.deepEqual(idsOf(await read(`topic:${storm}`)), ids);
    assert.deepEqual(idsOf(await read(`passage:${ids[0]}`)), [ids[0]]);
    const words = await read('storm at sea');
    assert.ok(ids.includes(idsOf(words)[0]!));
    assert.deepEqual([words.fits[0], words.relevant], [1, true]);
    const nothing = await read('zymurgy');
    assert.deepEqual([nothing.relevant, nothing.passages, nothing.direction], [false, [], undefined]);
    for (const gone of ['topic:999999', 'passage:999999'])
      await assert.rejects(read(gone), { code: 'not_found' });
  });

  it('the layers begin and end at the ends, keep what is pinned, and leave out what is dropped', async () => {
    const [from, to] = [await read('storm at sea'), await read('kitchen garden')];
    const steps = 5;
    const layers = (dropped: number[], pinned: Map<number, Placed['candidate']>, goal?: End) =>
      onOneRevision(store, context, (slice) =>
        layersOf(from, goal, space, { steps, seed: 0, dropped: new Set(dropped), pinned }, slice),
      );
    const idsOf = (layer: readonly Placed[]) => layer.map(({ candidate }) => candidate.id);
    const plain = await layers([], new Map(), to);
    assert.equal(plain.length, steps);
    assert.ok(idsOf(plain[0]!).every((id) => from.passages.some((passage) => passage.id === id)));
    assert.ok(idsOf(plain.at(-1)!).every((id) => to.passages.some((passage) => passage.id === id)));
    for (const layer of plain) assert.ok(layer.every(({ fit }, i) => i === 0 || fit <= layer[i - 1]!.fit));

    const first = plain[1]![0]!.candidate;
    const without = await layers([first.id], new Map(), to);
    assert.ok(without.every((layer) => !idsOf(layer).includes(first.id)));
    const through = await layers([], new Map([[2, first]]), to);
    assert.deepEqual(idsOf(through[2]!), [first.id]);
    assert.deepEqual(await layers([], new Map(), await read('zymurgy')), []);

    const around = await layers([], new Map());
    assert.equal(around.length, steps);
    const origin = around[0]![0]!.candidate.book;
    assert.ok(around.at(-1)!.every(({ candidate }) => candidate.book !== origin));
  });

  it('two passages are linked by the topics that both carry, or by the one that is nearest to both', async () => {
    const storms = await passagesOf('storm at sea');
    const [herb] = await passagesOf('herb');
    const [a, b, c] = await space.candidates([...storms, herb!]);
    const topics = await PassageTopics.read(store, [a!.id, b!.id, c!.id]);
    const shared = await linkOf(a!, b!, topics, space);
    assert.deepEqual(
      [shared.sharedTopics.map(({ label }) => label), shared.bridge],
      [['storm at sea'], null],
    );
    assert.ok(topics.affinity(a!.id, b!.id) > 0);
    const bridged = await linkOf(a!, c!, topics, space);
    assert.deepEqual(bridged.sharedTopics, []);
    const carried = [...topics.of(a!.id), ...topics.of(c!.id)].map(({ id }) => id);
    assert.ok(carried.includes(bridged.bridge!.id));
    assert.equal(topics.affinity(a!.id, c!.id), 0);
  });
});
