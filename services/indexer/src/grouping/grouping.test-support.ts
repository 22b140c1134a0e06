/** Topics for tests: vectors in planted groups. */
import { addScaled, normalise } from '../topics/vectors.ts';
import { seededRandom } from './random.ts';
import { CollectedTopics, TopicTable, type TopicVector } from './topic-table.ts';

export const TEST_DIMS = 64;

/** A pseudo-random unit vector, the same for the same seed. */
export function direction(seed: number, dims = TEST_DIMS): Float32Array {
  const random = seededRandom(seed);
  return normalise(Float32Array.from({ length: dims }, () => random() - 0.5));
}

/** `towards` with some of the direction of `seed`. */
export function near(towards: Float32Array, seed: number, noise: number): Float32Array {
  const vector = Float32Array.from(towards);
  addScaled(vector, direction(seed, towards.length), noise);
  return normalise(vector);
}

/** The int8 form in which the library streams vectors. */
export function packed(vector: Float32Array): Buffer {
  const largest = Math.max(...vector.map(Math.abs));
  return Buffer.from(Int8Array.from(vector, (component) => Math.round((component * 127) / largest)).buffer);
}

export function topicVector(
  id: number,
  label: string,
  vector: Float32Array,
  changes: Partial<TopicVector> = {},
): TopicVector {
  return {
    id,
    label,
    kind: 'phrase',
    domain: '',
    passages: 2,
    books: 1,
    vector: packed(vector),
    context: Buffer.alloc(0),
    ...changes,
  };
}

export function tableOf(topics: readonly TopicVector[]): TopicTable {
  const collected = new CollectedTopics();
  for (const topic of topics) collected.add(topic);
  return new TopicTable(collected);
}
