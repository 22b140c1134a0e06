/** The whole retrieval service, wired: library, mirrors, use cases, APIs. Tests start it on free ports. */

import { TrustedProxies } from '@libtrails/common/client-address';
import {
  type CallContext,
  grpcLatency,
  type RunningGrpcServer,
  startGrpcServer,
} from '@libtrails/common/grpc-server';
import { listenHttp } from '@libtrails/common/http-server';
import { DRAIN_GRACE_MS } from '@libtrails/common/lifecycle';
import type { Logger } from '@libtrails/common/log';
import { createMetrics } from '@libtrails/common/metrics';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType as IngestContract } from '@libtrails/proto/ingest';
import type { ProtoGrpcType as LibraryContract } from '@libtrails/proto/library';
import manifest from '../package.json' with { type: 'json' };
import { Access } from './access/access.ts';
import { AccessFile } from './access/access-file.ts';
import { ClientLimits } from './access/client-limits.ts';
import { makePrivate } from './access/private-folder.ts';
import { EmbeddingClient } from './embedding-client.ts';
import { ingestDoor } from './grpc/ingest-door.ts';
import { libraryDoor } from './grpc/library-door.ts';
import { createApi } from './http/api.ts';
import { Ingest } from './ingest/ingest.ts';
import { Jobs } from './jobs/jobs.ts';
import { SkippedEntries } from './jobs/skipped-entries.ts';
import { LatencyLog } from './latency-log.ts';
import { createRelatedPassages } from './passages/related-passages.ts';
import { workAhead } from './related/ahead.ts';
import { createRelated } from './related/related.ts';
import { limitedSearch } from './search/limited-search.ts';
import { cachedSearch } from './search/result-cache.ts';
import { createSearch } from './search/search.ts';
import { createSuggest } from './search/suggest.ts';
import { countAnswers, measuredSearch } from './search-metrics.ts';
import type { Settings } from './settings.ts';
import { createStatus } from './status.ts';
import type { Library } from './store/sqlite/library.ts';
import { openLibrary } from './store/sqlite/open-library.ts';
import { sqliteStore } from './store/sqlite/sqlite-store.ts';
import { Backups } from './store/sqlite/upkeep/backups.ts';
import { VectorMirrors } from './store/sqlite/vectors/mirrors.ts';
import { createTrail } from './trails/trail.ts';

export interface RetrievalService {
  grpcPort: number;
  httpPort: number;
  library: Library;
  /** The owner's token, if this start made it: to be shown now, for it is kept as a hash. */
  newToken: string | undefined;
  /** Routes of the HTTP API, for the test of its document. */
  routes: readonly string[];
  /** Lets open calls end, then closes the library. */
  stop(): Promise<void>;
}

/**
 * Opens the library, mirrors its vectors, and serves. Health is SERVING from then on; the embedding service
 * may come later. @throws if a port is taken, or as openLibrary does
 */
export async function startRetrieval(settings: Settings, log: Logger): Promise<RetrievalService> {
  const started = performance.now();
  const open = makePrivate(settings.data);
  if (open.length > 0)
    log.warn({ paths: open.slice(0, 5) }, 'other users of this machine may read the library');
  const library = await openLibrary(settings.data, {
    onWriterCrash: (error) =>
      log.error({ err: error }, 'the writer thread ended; the next write starts it again'),
    onUpgrade: (copy) =>
      log.info({ copy }, 'the library was upgraded to this version; a copy of the old one is kept'),
  });
  try {
    return await serve(settings, log, library, started);
  } catch (error) {
    await library.close();
    throw error;
  }
}

async function serve(
  settings: Settings,
  log: Logger,
  library: Library,
  started: number,
): Promise<RetrievalService> {
  const { version } = manifest;
  const metrics = createMetrics('retrieval');
  const accessFile = new AccessFile(settings.data);
  const newToken = accessFile.prepare({ withToken: settings.access.token === undefined });
  const access = new Access(settings.access, accessFile);
  const limits = new ClientLimits(settings.requestsPerSecond);
  const proxies = new TrustedProxies(settings.trustedProxies);
  const tools = { log, latency: grpcLatency(metrics), proxies };
  const admitReader = ({ caller }: CallContext) => {
    // Calls open at the same time are limited by the streams of a connection.
    limits.enter(caller)();
    access.requireReader(caller);
  };
  const stopping = new AbortController();
  const store = sqliteStore(library, new VectorMirrors(library, settings.vectorBytes));
  const embedding = new EmbeddingClient(settings.embedding);
  const ranked = createSearch({ store, embedder: embedding, embedTimeoutMs: settings.embedTimeoutMs });
  const latencies = new LatencyLog();
  const cache = cachedSearch(limitedSearch(ranked), store);
  countAnswers(cache, metrics);
  const search = measuredSearch(cache.search, metrics, latencies);
  const related = createRelated(store);
  const stopAhead = workAhead(store, related);
  const suggest = createSuggest(store);
  const relatedPassages = createRelatedPassages(store);
  const trail = createTrail(store, search);
  const skipped = new SkippedEntries();
  const status = createStatus({
    store,
    embedding,
    version,
    latencies,
    skipped,
    vectorBytes: () => store.mirrors.bytes,
  });
  const jobs = new Jobs(store, settings.data);
  const backups = new Backups(settings.data, stopping.signal);
  await jobs.start();

  const libraryContract = loadContract<LibraryContract>('library');
  const ingestContract = loadContract<IngestContract>('ingest');
  const grpc: RunningGrpcServer = await startGrpcServer({
    host: settings.host,
    port: settings.grpcPort,
    log,
    credentials: settings.grpcCredentials,
    definitions: [libraryContract.definition, ingestContract.definition],
    services: [
      {
        name: 'libtrails.library.v1.LibraryService',
        service: libraryContract.grpc.libtrails.library.v1.LibraryService.service,
        implementation: libraryDoor({
          store,
          suggest,
          relatedPassages,
          search,
          related,
          trail,
          status,
          tools: { ...tools, admit: admitReader },
        }),
      },
      {
        name: 'libtrails.ingest.v1.IngestService',
        service: ingestContract.grpc.libtrails.ingest.v1.IngestService.service,
        implementation: ingestDoor({
          store,
          ingest: new Ingest(store),
          jobs,
          skipped,
          backups,
          access,
          tools,
          stopping: stopping.signal,
        }),
      },
    ],
  });
  const api = createApi({
    store,
    suggest,
    relatedPassages,
    search,
    related,
    trail,
    status,
    jobs,
    backups,
    access,
    limits,
    hosts: settings.hosts,
    proxies,
    maxUploadBytes: settings.maxUploadBytes,
    version,
    stopping: stopping.signal,
    log,
    metrics,
  });
  const http = await listenHttp(api.app, settings.host, settings.httpPort);
  grpc.setServing(true);
  const { mirrors } = store;
  log.info(
    {
      grpcPort: grpc.port,
      httpPort: http.port,
      books: mirrors.books.size,
      passages: mirrors.chunks.size,
      topics: mirrors.topics.size,
      mirrorBytes: mirrors.bytes,
      vectorForm: mirrors.form,
      kernel: mirrors.chunks.kernelName,
      tookMs: Math.round(performance.now() - started),
    },
    'serving',
  );
  return {
    grpcPort: grpc.port,
    httpPort: http.port,
    library,
    newToken,
    routes: api.routes,
    async stop() {
      grpc.setServing(false);
      stopping.abort();
      await Promise.all([grpc.drain(DRAIN_GRACE_MS), http.drain(DRAIN_GRACE_MS)]);
      jobs.stop();
      stopAhead();
      embedding.close();
      await backups.ended();
      await library.close();
    },
  };
}
