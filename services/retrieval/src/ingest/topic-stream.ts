/** All topics with their vectors, for grouping, read in pages so that searches go on in between. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TopicVector__Out as TopicVector } from '@libtrails/proto/types/ingest/v1/TopicVector';
import { DIMS, toInt8 } from '../store/sqlite/int8-vector.ts';
import type { Library } from '../store/sqlite/library.ts';

/** Topics read before searches get a turn: a few milliseconds. */
const PAGE_ROWS = 200;

/** Unit vectors by id; the mirrors in memory have them at hand, where reading each row takes 20 µs. */
export interface StoredVectors {
  topics: { vector(id: number): Float32Array | undefined };
  chunks: { vector(id: number): Float32Array | undefined };
}

type TopicRow = Omit<TopicVector, 'vector' | 'context'>;

/**
 * Every phrase and concept topic, merged ones too, in ascending id, page by page. Counts are the topic's own.
 * What is written meanwhile may or may not be seen; each page is consistent in itself.
 */
export async function* streamTopics(library: Library, vectors: StoredVectors): AsyncGenerator<TopicVector[]> {
  const page = library.statement<TopicRow>('topic-stream');
  for (let after = 0; ; ) {
    const rows = page.all(after, PAGE_ROWS);
    if (rows.length === 0) return;
    after = rows.at(-1)?.id as number;
    yield rows.map((row) => ({
      ...row,
      vector: toBuffer(vectors.topics.vector(row.id)),
      context: toBuffer(contextOf(library, vectors, row.id)),
    }));
    await nextTurn();
  }
}

/** Mean direction of the passages that carry the topic; undefined if there is none. */
function contextOf(library: Library, vectors: StoredVectors, topicId: number): Float32Array | undefined {
  const mean = new Float32Array(DIMS);
  for (const chunkId of library.statement<number>('topic-chunk-ids', 'value').all(topicId)) {
    const vector = vectors.chunks.vector(chunkId);
    if (vector === undefined) continue;
    for (let i = 0; i < DIMS; i++) mean[i]! += vector[i]!;
  }
  // No passage, or opposite vectors that cancel out.
  return mean.every((component) => component === 0) ? undefined : mean;
}

/** As int8, around nothing: what the contract says. */
function toBuffer(vector: Float32Array | undefined): Buffer {
  return vector === undefined ? Buffer.alloc(0) : Buffer.from(toInt8(vector).buffer);
}
