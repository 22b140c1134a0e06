/** The services that a run needs, found and asked before any work begins. */
import { LibTrailsError, toLibTrailsError } from '@libtrails/common/errors';
import type { ChannelCredentials } from '@libtrails/common/grpc-tls';
import { modelPaths } from '@libtrails/models/paths';
import { EmbeddingCache, type EmbeddingCacheOptions } from '../cache/embedding-cache.ts';
import { openTokenCounter, type TokenCounter } from '../chunks/token-counter.ts';
import { EmbeddingClient } from '../embed/embedding-client.ts';
import { IngestClient } from '../ingest-client.ts';
import { pipelineVersion } from '../pipeline/versions.ts';
import { workerName } from './worker-name.ts';

export interface ConnectOptions {
  embedding: string;
  retrieval: string;
  token: string | undefined;
  /** For retrieval; plain HTTP/2 unless given. */
  retrievalCredentials?: ChannelCredentials | undefined;
  cache: EmbeddingCacheOptions | undefined;
  modelsDir: string | undefined;
  /** Name of this process among the workers; default: machine and process. */
  worker?: string | undefined;
  /** How long calls are repeated while the embedding service does not answer, in milliseconds. */
  patienceMs: number;
}

export interface Connection {
  embedding: EmbeddingClient;
  ingest: IngestClient;
  countTokens: TokenCounter;
  fingerprint: string;
  /** Books worked on at a time: two where several services embed, so that all have work while topics are found. */
  booksAtOnce: number;
  /** Version that a file is made with now. */
  pipelineOf: (fileName: string) => string;
  /** Name of this process among the workers. */
  worker: string;
  close(): void;
}

/** How long a service may take to answer the first call. */
const FIRST_CALL_MS = 5_000;

/**
 * Asks both services. The message of an error names the service, its address and the cure.
 * @throws LibTrailsError unavailable, permission_denied
 */
export async function connectServices(options: ConnectOptions, signal?: AbortSignal): Promise<Connection> {
  const cache = options.cache === undefined ? undefined : EmbeddingCache.open(options.cache);
  const { patienceMs } = options;
  const embedding = new EmbeddingClient({ address: options.embedding, cache, patienceMs });
  const ingest = new IngestClient({
    address: options.retrieval,
    token: options.token,
    credentials: options.retrievalCredentials,
  });
  const close = () => {
    embedding.close();
    ingest.close();
    cache?.close();
  };
  try {
    const [{ fingerprint }] = await Promise.all([
      embedding
        .info(FIRST_CALL_MS, signal)
        .catch((error: unknown) => fail(error, 'embedding', options.embedding, '--embedding')),
      ingest
        .sources(FIRST_CALL_MS)
        .catch((error: unknown) => fail(error, 'retrieval', options.retrieval, '--to')),
    ]);
    const countTokens = openTokenCounter(modelPaths(options.modelsDir).tokenizer);
    const worker = options.worker ?? workerName();
    const booksAtOnce = (await embedding.services()) > 1 ? 2 : 1;
    return {
      embedding,
      ingest,
      countTokens,
      fingerprint,
      booksAtOnce,
      pipelineOf: (fileName) => pipelineVersion(fileName, fingerprint),
      worker,
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

function fail(error: unknown, service: string, address: string, option: string): never {
  const known = toLibTrailsError(error);
  if (known.code !== 'unavailable' && known.code !== 'deadline_exceeded') throw known;
  throw new LibTrailsError(
    'unavailable',
    `The ${service} service does not answer at ${address}: start it (npm start runs all services), or name another with ${option} host:port.`,
    { cause: error },
  );
}
