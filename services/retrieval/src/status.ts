/** What the installation is doing: the library's counts, the embedding service, this process. */
import { totalmem } from 'node:os';
import type { EmbeddingStatus__Out as EmbeddingStatus } from '@libtrails/proto/types/library/v1/EmbeddingStatus';
import type { StatusResponse__Out as StatusResponse } from '@libtrails/proto/types/library/v1/StatusResponse';
import { libraryStatus } from './browse/status.ts';
import type { EmbeddingClient } from './embedding-client.ts';
import type { SkippedEntries } from './jobs/skipped-entries.ts';
import type { LatencyLog } from './latency-log.ts';
import { fingerprintMismatch } from './search/query-vectors.ts';
import { SIGNALS } from './signals/all-signals.ts';
import type { Store } from './store/store.ts';

/** How long the embedding service may take to say what it runs, in milliseconds. */
const INFO_TIMEOUT_MS = 500;

export type Status = () => Promise<StatusResponse>;

export interface StatusParts {
  store: Store;
  embedding: EmbeddingClient;
  /** This program's. */
  version: string;
  latencies: LatencyLog;
  skipped: SkippedEntries;
  /** Bytes of the vectors in memory. */
  vectorBytes: () => number;
}

/** Makes the use case. */
export function createStatus(parts: StatusParts): Status {
  const { store, embedding, version, latencies, skipped, vectorBytes } = parts;
  const memoryLimitBytes = memoryLimit();
  return async () => ({
    ...(await libraryStatus(store)),
    skipped: [...skipped.entries],
    skippedTotal: skipped.total,
    version,
    embedding: await embeddingStatus(store, embedding),
    uptimeSeconds: process.uptime(),
    memoryBytes: process.memoryUsage.rss(),
    memoryLimitBytes,
    vectorBytes: vectorBytes(),
    latencies: latencies.summary().map((latency) => ({ ...latency, label: labelOf(latency.stage) })),
  });
}

/** Of a signal; empty for the other stages of a search. */
const labelOf = (stage: string) => SIGNALS.find(({ name }) => name === stage)?.label ?? '';

/** Bytes; 0 if there is no limit, or none that is less than the machine's memory. */
function memoryLimit(): number {
  const limit = process.constrainedMemory();
  return limit < totalmem() ? limit : 0;
}

async function embeddingStatus(store: Store, embedding: EmbeddingClient): Promise<EmbeddingStatus> {
  try {
    const { fingerprint, backend } = await embedding.info(INFO_TIMEOUT_MS);
    const mismatch = fingerprintMismatch({ fingerprint: () => fingerprint }, store);
    return {
      state: mismatch === undefined ? 'up' : 'mismatch',
      message: mismatch ?? '',
      fingerprint,
      backend,
    };
  } catch {
    return {
      state: 'down',
      message:
        'The embedding service is not responding. Search by word works; search by meaning and indexing are off.',
      fingerprint: '',
      backend: '',
    };
  }
}
