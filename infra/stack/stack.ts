/** The whole product as processes of this machine: what `npm start` and the end-to-end tests run. */
import { constants } from 'node:os';
import { join } from 'node:path';
import { loadServiceKey } from '../../services/common/src/token.ts';
import { BULK_MALLOC } from '../../services/embedding/src/process-count.ts';
import { makePrivate } from '../../services/retrieval/src/access/private-folder.ts';
import { answersHttp, freePort, isServing, waitUntil } from './health.ts';
import { ProcessGroup, root } from './processes.ts';
import { v8Options } from './v8-limits.ts';

export interface StackPorts {
  embedding: number;
  retrievalGrpc: number;
  retrievalHttp: number;
  indexerHealth: number;
  web: number;
}

export const DEFAULT_PORTS: StackPorts = {
  embedding: 50051,
  retrievalGrpc: 50052,
  retrievalHttp: 8080,
  indexerHealth: 8090,
  web: 3000,
};

/** The variable that moves each port. */
export const PORT_VARIABLES: Record<keyof StackPorts, string> = {
  embedding: 'EMBEDDING_PORT',
  retrievalGrpc: 'RETRIEVAL_GRPC_PORT',
  retrievalHttp: 'RETRIEVAL_HTTP_PORT',
  indexerHealth: 'INDEXER_HEALTH_PORT',
  web: 'PORT',
};

export interface StackOptions {
  /** Folder with EPUB files. */
  books: string;
  /** Folder of a Calibre library that is followed as well. */
  calibre?: string | undefined;
  /** Folder of the library file; made if missing. */
  data: string;
  ports: StackPorts;
  /** Further settings for all services. */
  env?: Readonly<Record<string, string>>;
  /** Leave the front end out (tests of the services). */
  withoutWeb?: boolean;
  /** Embedding processes for books beside the one for searches; default 0: that one does both. */
  bulkEmbedding?: number;
  /** Leave the indexer out. */
  withoutIndexer?: boolean;
  /** Called every few seconds while services are still starting, with their names and the seconds waited. */
  onWaiting?: (services: readonly string[], seconds: number) => void;
}

/** How much of what ONNX Runtime frees glibc keeps; the image of the embedding service sets the same. */
export const EMBEDDING_MALLOC = {
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '524288',
  MALLOC_TRIM_THRESHOLD_: '2097152',
};

/**
 * A service that ends is noticed at once, so this only ends a start that hangs. On a machine whose cores are all busy
 * a start takes minutes.
 */
const START_TIMEOUT_MS = 15 * 60_000;

export interface RunningStack {
  processes: ProcessGroup;
  url: string;
  api: string;
  ports: StackPorts;
  /** Lets programs that belong to this stack read and write, whatever the settings. */
  serviceKey: string;
  stop(): Promise<void>;
}

/** Starts everything and waits for its health. On failure stops what did start and throws. */
export async function startStack(options: StackOptions): Promise<RunningStack> {
  const { ports } = options;
  makePrivate(options.data);
  const processes = new ProcessGroup(join(options.data, 'logs'));
  const failed = new AbortController();
  processes.onUnexpectedEnd = (name, lastLines) =>
    failed.abort(new Error(`${name} ended at start:\n${lastLines}`));
  const bulkPorts: number[] = [];
  while (bulkPorts.length < (options.bulkEmbedding ?? 0)) bulkPorts.push(await freePort());
  const forBooks = bulkPorts.length > 0 ? bulkPorts : [ports.embedding];
  const env = {
    LIBTRAILS_HOST: '127.0.0.1',
    EMBEDDING_PORT: String(ports.embedding),
    RETRIEVAL_GRPC_PORT: String(ports.retrievalGrpc),
    RETRIEVAL_HTTP_PORT: String(ports.retrievalHttp),
    RETRIEVAL_EMBEDDING: `127.0.0.1:${ports.embedding}`,
    LIBTRAILS_DATA: options.data,
    INDEXER_BOOKS: options.books,
    INDEXER_CALIBRE: options.calibre ?? '',
    INDEXER_EMBEDDING: forBooks.map((port) => `127.0.0.1:${port}`).join(','),
    INDEXER_RETRIEVAL: `127.0.0.1:${ports.retrievalGrpc}`,
    INDEXER_HEALTH_PORT: String(ports.indexerHealth),
    RETRIEVAL_GRPC: `127.0.0.1:${ports.retrievalGrpc}`,
    RETRIEVAL_HTTP: `http://127.0.0.1:${ports.retrievalHttp}`,
    EMBEDDING_GRPC: `127.0.0.1:${ports.embedding}`,
    ...options.env,
  };
  // Made here, so that the indexer finds it however late retrieval starts. It writes even where loopback may not.
  const keyFile = process.env.LIBTRAILS_TOKEN_FILE || join(options.data, 'service-key');
  const serviceKey = loadServiceKey(keyFile, { create: true }) ?? '';
  const withKey = { ...env, LIBTRAILS_TOKEN_FILE: keyFile };
  const limits = v8Options(options.data, options.calibre ?? options.books);
  processes.start({
    name: 'embedding',
    script: 'services/embedding/src/main.ts',
    nodeArgs: limits.embedding,
    env: { ...EMBEDDING_MALLOC, ...env },
    secrets: ['EMBEDDING_HTTP_TOKEN'],
  });
  for (const [i, port] of bulkPorts.entries()) {
    processes.start({
      name: `embedding-books-${i + 1}`,
      script: 'services/embedding/src/main.ts',
      nodeArgs: ['--max-semi-space-size=1'],
      env: { ...env, ...BULK_MALLOC, EMBEDDING_PORT: String(port), EMBEDDING_METRICS_PORT: '0' },
      secrets: ['EMBEDDING_HTTP_TOKEN'],
      // Searches come first.
      priority: constants.priority.PRIORITY_BELOW_NORMAL,
    });
  }
  processes.start({
    name: 'retrieval',
    script: 'services/retrieval/src/main.ts',
    nodeArgs: limits.retrieval,
    env: withKey,
    secrets: ['LIBTRAILS_TOKEN', 'LIBTRAILS_PASSWORD', 'LIBTRAILS_GRPC_KEY'],
  });
  if (!options.withoutIndexer) {
    processes.start({
      name: 'indexer',
      script: 'services/indexer/src/main.ts',
      nodeArgs: limits.indexer,
      env: withKey,
      secrets: ['INDEXER_LLM_TOKEN'],
    });
  }
  if (!options.withoutWeb) {
    processes.start({
      name: 'web',
      script: 'frontend/.next/standalone/frontend/server.js',
      nodeArgs: limits.web,
      env: { ...env, PORT: String(ports.web), NODE_ENV: 'production' },
    });
  }
  const url = `http://127.0.0.1:${ports.web}`;
  const api = `http://127.0.0.1:${ports.retrievalHttp}/api/v1`;
  const starting = new Set<string>();
  const wait = async (what: string, ask: () => Promise<boolean>) => {
    starting.add(what);
    await waitUntil(what, ask, START_TIMEOUT_MS, failed.signal, (seconds) => {
      // One of them is enough.
      if (what === [...starting][0]) options.onWaiting?.([...starting], seconds);
    });
    starting.delete(what);
  };
  try {
    await Promise.all([
      ...[ports.embedding, ...bulkPorts].map((port) =>
        wait('the embedding service', () => isServing(`127.0.0.1:${port}`)),
      ),
      wait('the retrieval service', () => isServing(`127.0.0.1:${ports.retrievalGrpc}`)),
      ...(options.withoutWeb ? [] : [wait('the web server', () => answersHttp(`${url}/`))]),
      ...(options.withoutIndexer
        ? []
        : [wait('the indexer', () => answersHttp(`http://127.0.0.1:${ports.indexerHealth}/healthz`))]),
    ]);
  } catch (error) {
    await processes.stop();
    throw error;
  }
  return { processes, url, api, ports, serviceKey, stop: () => processes.stop() };
}

export { root };
