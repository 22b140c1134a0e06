/** Jobs and known files, as the library file has them. */
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Source__Out as Source } from '@libtrails/proto/types/ingest/v1/Source';
import type { TopicVector__Out as TopicVector } from '@libtrails/proto/types/ingest/v1/TopicVector';
import type { SourceRow } from '../../admission.ts';
import { type Job, LEASE_MS } from '../../job.ts';
import type { JobList, SourceList } from '../../job-list.ts';
import { DIMS, toInt8 } from '../int8-vector.ts';
import type { Library } from '../library.ts';

export function jobListOf(library: Library): JobList {
  const arePaused = () => library.statement<0 | 1>('jobs-paused', 'value').get() === 1;
  return {
    arePaused: async () => arePaused(),
    jobs: async (limit) => library.statement<Job>('jobs-list').all(limit),
    isWaiting: async (kinds) =>
      !arePaused() && library.statement('job-next').get(JSON.stringify(kinds)) !== undefined,
    isExpired: async (now) => library.statement('jobs-expired').get(now, now + LEASE_MS) !== undefined,
    async upload(job) {
      const row = library
        .statement<{ fileName: string; worker: string; state: Job['state'] }>('job-by-id')
        .get(job);
      return row === undefined || row.fileName === ''
        ? undefined
        : { fileName: row.fileName, worker: row.worker, state: row.state };
    },
    uploads: async (kept) => ({
      waiting: library.statement<string>('jobs-waiting-uploads', 'value').all(),
      kept: library.statement<string>('jobs-kept-uploads', 'value').all(kept),
      ended: library.statement<string>('jobs-ended-uploads', 'value').all(),
    }),
  };
}

/** Topics read before searches get a turn: a few milliseconds. */
const PAGE_ROWS = 200;

/** Unit vectors by id; the mirrors in memory have them at hand, where reading each row takes 20 µs. */
export interface StoredVectors {
  topics: { vector(id: number): Float32Array | undefined };
  chunks: { vector(id: number): Float32Array | undefined };
}

export function sourceListOf(library: Library, vectors: StoredVectors): SourceList {
  return {
    sources: async () => library.statement<Source>('sources-list').all(),
    facts: async (fileName, contentHash) => ({
      source: library.statement<SourceRow>('source-by-name').get(fileName),
      sameContent: library
        .statement<string>('source-of-same-content', 'value')
        .get({ hash: contentHash, name: fileName }),
    }),
    highestTopicId: async () => library.statement<number>('topic-highest-id', 'value').get() ?? 0,
    topicVectors: () => streamTopics(library, vectors),
  };
}

async function* streamTopics(library: Library, vectors: StoredVectors): AsyncGenerator<TopicVector[]> {
  const page = library.statement<Omit<TopicVector, 'vector' | 'context'>>('topic-stream');
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
