import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { mergeTopics } from './dedupe.ts';
import { direction, near, tableOf, topicVector } from './grouping.test-support.ts';
import { nearestNeighbours } from './knn.ts';
import { coreTopics } from './theme-size.ts';
import { TopicSpace } from './topic-space.ts';
import type { TopicVector } from './topic-table.ts';
import { VectorBlock } from './vector-block.ts';

async function merge(topics: readonly TopicVector[]): Promise<Map<string, string>> {
  const table = tableOf(topics);
  const core = coreTopics(table);
  const space = new TopicSpace(table);
  const block = new VectorBlock(core.length, table.dims);
  const position = new Float32Array(table.dims);
  core.forEach((topic, row) => {
    space.readPosition(topic, position);
    block.set(row, position);
  });
  const into = mergeTopics(table, core, await nearestNeighbours(block, 10, 0.3));
  const merged = new Map<string, string>();
  into.forEach((to, topic) => {
    if (to !== topic) merged.set(table.labels[topic]!, table.labels[to]!);
  });
  return merged;
}

const sea = direction(1);
const land = direction(2);

describe('mergeTopics', () => {
  it('merges forms of the same words into the most used', async () => {
    const merged = await merge([
      topicVector(1, 'depth of sea', sea, { passages: 2 }),
      topicVector(2, 'depths of sea', near(sea, 7, 0.2), { passages: 9 }),
      topicVector(3, 'cornfield', land),
    ]);
    assert.deepEqual([...merged], [['depth of sea', 'depths of sea']]);
  });

  it('merges different words only when they are very near', async () => {
    const merged = await merge([
      topicVector(1, 'cows', sea, { passages: 9 }),
      topicVector(2, 'cattle', near(sea, 8, 0.15)),
      topicVector(3, 'oxen', near(sea, 9, 0.45)),
      topicVector(4, 'cornfield', land),
    ]);
    assert.deepEqual([...merged], [['cattle', 'cows']]);
  });

  it('takes a phrase into the concept of its name, and into no other', async () => {
    const concept = { kind: 'concept' as const, passages: 3 };
    const merged = await merge([
      topicVector(1, 'breakfast', sea, { passages: 40 }),
      topicVector(2, 'eggs and breakfast', near(sea, 7, 0.1), concept),
      topicVector(3, 'whales', near(land, 5, 0.1), concept),
      topicVector(4, 'whale', land, { passages: 40 }),
    ]);
    assert.deepEqual([...merged], [['whale', 'whales']]);
  });

  it('never merges two concepts', async () => {
    const concept = { kind: 'concept' as const };
    const merged = await merge([
      topicVector(1, 'good and evil', sea, concept),
      topicVector(2, 'evil and good', sea, concept),
    ]);
    assert.equal(merged.size, 0);
  });

  it('makes no chains, and merges only what is near to its representative itself', async () => {
    const step = fc.record({
      passages: fc.integer({ min: 1, max: 9 }),
      noise: fc.double({ min: 0, max: 0.5, noNaN: true }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 25 }), async (steps) => {
        // A walk: each topic lies close to the one before, so that a chain would lead anywhere.
        let at = sea;
        const topics = steps.map(({ passages, noise }, i) => {
          at = near(at, 100 + i, noise);
          return topicVector(i + 1, `walk ${String.fromCharCode(97 + i)}`, at, { passages });
        });
        const table = tableOf(topics);
        const merged = await merge(topics);
        for (const [label, to] of merged) {
          assert.ok(!merged.has(to), `${label} → ${to} → ${merged.get(to)}`);
          assert.ok(table.labelCosine(table.labels.indexOf(label), table.labels.indexOf(to)) >= 0.88);
        }
      }),
    );
  });
});
