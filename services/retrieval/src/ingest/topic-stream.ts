/** All topics with their vectors, for grouping, read in pages so that searches go on in between. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { TopicVector__Out as TopicVector } from '@libtrails/proto/types/ingest/v1/TopicVector';
import { DIMS, quantise } from '../library/int8-vector.ts';
import type { Library } from '../library/library.ts';

/** Topics read before searches get a turn: some milliseconds. */
const PAGE_ROWS = 200;

/**
 * Every phrase and concept topic, merged ones too, in ascending id, page by page. Counts are the topic's own.
 * What is written meanwhile may or may not be seen; each page is consistent in itself.
 */
export async function* streamTopics(library: Library): AsyncGenerator<TopicVector[]> {
  const page = library.statement<Omit<TopicVector, 'context'>>('topic-stream');
  for (let after = 0; ; ) {
    const rows = page.all(after, PAGE_ROWS);
    if (rows.length === 0) return;
    after = rows.at(-1)?.id as number;
    yield rows.map((row) => ({ ...row, context: contextOf(library, row.id) }));
    await nextTurn();
  }
}

/** Mean direction of the passages that carry the topic, as int8; empty if there are none. */
function contextOf(library: Library, topicId: number): Buffer {
  const mean = new Float32Array(DIMS);
  const passages = library.statement<Buffer>('topic-chunk-vectors', 'value').all(topicId);
  for (const bytes of passages) {
    const vector = new Int8Array(bytes.buffer, bytes.byteOffset, DIMS);
    let squares = 0;
    for (const component of vector) squares += component * component;
    const scale = 1 / Math.sqrt(squares);
    for (let i = 0; i < DIMS; i++) mean[i] = (mean[i] as number) + (vector[i] as number) * scale;
  }
  // Opposite vectors may cancel out.
  if (mean.every((component) => component === 0)) return Buffer.alloc(0);
  const context = new Int8Array(DIMS);
  quantise(mean, context);
  return Buffer.from(context.buffer);
}
