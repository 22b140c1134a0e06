/** What the installation is doing: the library's counts, the embedding service, this process. */
import type { EmbeddingStatus__Out as EmbeddingStatus } from '@libtrails/proto/types/library/v1/EmbeddingStatus';
import type { StatusResponse__Out as StatusResponse } from '@libtrails/proto/types/library/v1/StatusResponse';
import { libraryStatus } from './browse/status.ts';
import type { EmbeddingClient } from './embedding-client.ts';
import type { Library } from './library/library.ts';
import { fingerprintMismatch } from './search/query-vectors.ts';

/** How long the embedding service may take to say what it runs, in milliseconds. */
const INFO_TIMEOUT_MS = 500;

export type Status = () => Promise<StatusResponse>;

/** Makes the use case; `version` is this program's. */
export function createStatus(library: Library, embedding: EmbeddingClient, version: string): Status {
  return async () => ({
    ...libraryStatus(library),
    version,
    embedding: await embeddingStatus(library, embedding),
    uptimeSeconds: process.uptime(),
    memoryBytes: process.memoryUsage.rss(),
  });
}

async function embeddingStatus(library: Library, embedding: EmbeddingClient): Promise<EmbeddingStatus> {
  try {
    const { fingerprint, backend } = await embedding.info(INFO_TIMEOUT_MS);
    const mismatch = fingerprintMismatch({ fingerprint: () => fingerprint }, library);
    return {
      state: mismatch === undefined ? 'up' : 'mismatch',
      message: mismatch ?? '',
      fingerprint,
      backend,
    };
  } catch {
    return {
      state: 'down',
      message: 'The embedding service does not answer: search finds words only, and no book can be indexed.',
      fingerprint: '',
      backend: '',
    };
  }
}
