/** All topics with their vectors, for grouping, read in pages so that searches go on in between. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TopicVector__Out as TopicVector } from '@libtrails/proto/types/ingest/v1/TopicVector';
import { DIMS, quantise } from '../library/int8-vector.ts';
import type { Library } from '../library/library.ts';

/** Topics read before searches get a turn: a few milliseconds. */
const PAGE_ROWS = 200;

/** Stored int8 vectors by id; the mirrors in memory have them at hand, where reading each row takes 20 µs. */
export interface StoredVectors {
  topics: { vector(id: number): Int8Array | undefined };
  chunks: { vector(id: number): Int8Array | undefined };
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
function contextOf(library: Library, vectors: StoredVectors, topicId: number): Int8Array | undefined {
  const mean = new Float32Array(DIMS);
  for (const chunkId of library.statement<number>('topic-chunk-ids', 'value').all(topicId)) {
    const vector = vectors.chunks.vector(chunkId);
    if (vector === undefined) continue;
    let squares = 0;
    for (let i = 0; i < DIMS; i++) squares += (vector[i] as number) ** 2;
    const scale = 1 / Math.sqrt(squares);
    for (let i = 0; i < DIMS; i++) mean[i] = (mean[i] as number) + (vector[i] as number) * scale;
  }
  // No passage, or opposite vectors that cancel out.
  if (mean.every((component) => component === 0)) return undefined;
  const context = new Int8Array(DIMS);
  quantise(mean, context);
  return context;
}

function toBuffer(vector: Int8Array | undefined): Buffer {
  return vector === undefined
    ? Buffer.alloc(0)
    : Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength);
}
