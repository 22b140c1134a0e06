/** The product as it runs: embedding and retrieval as processes of their own, asked over gRPC. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callUnary, connect } from '@libtrails/common/grpc-client';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType as EmbeddingContract } from '@libtrails/proto/embedding';
import type { ProtoGrpcType as LibraryContract } from '@libtrails/proto/library';
import { freePort } from '../../../../infra/stack/health.ts';
import { startStack } from '../../../../infra/stack/stack.ts';

const TIMEOUT_MS = 30_000;

export type Scope = 'BOOKS' | 'PASSAGES' | 'TOPICS' | 'THEMES' | 'DOMAINS';

export interface ProductAnswer {
  ids: number[];
  degraded: boolean;
  relevant: boolean;
  /** As the service says, in milliseconds. */
  tookMs: { total: number; embed: number; fuse: number; signals: Record<string, number> };
}

export interface Product {
  search(query: string, scope?: Scope): Promise<ProductAnswer>;
  related(book: number): Promise<void>;
  embed(text: string, kind: 'QUERY' | 'LABEL'): Promise<void>;
  bookIds(): Promise<number[]>;
  /** Processes of both services. */
  pids: readonly number[];
  /** Resident memory in MiB by service; empty where the processes are not ours to see. */
  rssMib(): Record<string, number>;
  /**
   * How long the event loop of retrieval was held since its start: the 99th percentile in milliseconds, of samples
   * taken every 10 ms and longer by that where nothing holds it.
   */
  eventLoopP99(): Promise<number>;
  /** Milliseconds from the start of the processes to health. */
  startedMs: number;
  stop(): Promise<void>;
}

/** No vectors remembered. Answers are remembered by query, and no query is asked twice. */
export const WITHOUT_CACHES = { EMBEDDING_CACHE_SIZE: '0' };

/** Starts both services over the library in `folder`. */
export async function startProduct(folder: string, logs: string): Promise<Product> {
  const ports = {
    embedding: await freePort(),
    retrievalGrpc: await freePort(),
    retrievalHttp: await freePort(),
    indexerHealth: 0,
    web: 0,
  };
  const started = performance.now();
  const stack = await startStack({
    books: logs,
    data: folder,
    ports,
    withoutIndexer: true,
    withoutWeb: true,
    env: { ...WITHOUT_CACHES, LIBTRAILS_LOG_LEVEL: 'warn' },
  });
  const startedMs = performance.now() - started;
  const clients = connectProduct(`127.0.0.1:${ports.retrievalGrpc}`, `127.0.0.1:${ports.embedding}`);
  return {
    ...clients,
    startedMs,
    pids: ['embedding', 'retrieval'].map((name) => stack.processes.pid(name)!),
    rssMib: () =>
      Object.fromEntries(
        ['embedding', 'retrieval'].map((name) => [name, residentMib(stack.processes.pid(name)!)]),
      ),
    async eventLoopP99() {
      const metrics = await (await fetch(`http://127.0.0.1:${ports.retrievalHttp}/metrics`)).text();
      const seconds = /^nodejs_eventloop_lag_p99_seconds\S* ([\d.e-]+)$/m.exec(metrics)?.[1];
      return Math.round(Number(seconds) * 1e5) / 100;
    },
    async stop() {
      clients.close();
      await stack.stop();
    },
  };
}

/** Clients of services that run elsewhere (containers). */
export function connectProduct(retrieval: string, embedding: string) {
  const library = connect(
    loadContract<LibraryContract>('library').grpc.libtrails.library.v1.LibraryService,
    retrieval,
  );
  const model = connect(
    loadContract<EmbeddingContract>('embedding').grpc.libtrails.embedding.v1.EmbeddingService,
    embedding,
  );
  const options = { timeoutMs: TIMEOUT_MS };
  return {
    async search(query: string, scope: Scope = 'BOOKS'): Promise<ProductAnswer> {
      const answer = await callUnary(library, library.search, { query, scope, limit: 10 }, options);
      return {
        ids: answer.results.map(
          (r) => (r.domain ?? r.theme ?? r.topic ?? (scope === 'PASSAGES' ? r.passage : r.book))?.id ?? 0,
        ),
        degraded: answer.degraded,
        relevant: answer.relevant,
        tookMs: {
          total: answer.tookMs?.total ?? 0,
          embed: answer.tookMs?.embed ?? 0,
          fuse: answer.tookMs?.fuse ?? 0,
          signals: answer.tookMs?.signals ?? {},
        },
      };
    },
    async related(book: number): Promise<void> {
      await callUnary(library, library.related, { bookId: book, limit: 12 }, options);
    },
    async embed(text: string, kind: 'QUERY' | 'LABEL'): Promise<void> {
      await callUnary(model, model.embed, { texts: [text], kind, priority: 'INTERACTIVE' }, options);
    },
    async bookIds(): Promise<number[]> {
      const ids: number[] = [];
      for (let cursor = ''; ; ) {
        const page = await callUnary(library, library.listBooks, { limit: 100, cursor }, options);
        ids.push(...page.books.map(({ id }) => id));
        cursor = page.nextCursor;
        if (cursor === '') return ids;
      }
    },
    close() {
      library.close();
      model.close();
    },
  };
}

/** Resident memory of a process, in MiB. */
export function residentMib(pid: number): number {
  const status = readFileSync(join('/proc', String(pid), 'status'), 'utf8');
  return Math.round(Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024);
}
