/** The service as a whole: gRPC first (not serving), then the model, then health says serving. */
import { LibTrailsError } from '@libtrails/common/errors';
import { grpcLatency, startGrpcServer } from '@libtrails/common/grpc-server';
import { DRAIN_GRACE_MS } from '@libtrails/common/lifecycle';
import type { Logger } from '@libtrails/common/log';
import { createMetrics } from '@libtrails/common/metrics';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/embedding';
import { createEmbedder, type Embedder, type EmbedderConfig } from './embedder.ts';
import { registerEmbeddingMetrics } from './embedding-metrics.ts';
import { embeddingHandlers } from './grpc-handlers.ts';
import type { Settings } from './settings.ts';

const SERVICE = 'libtrails.embedding.v1.EmbeddingService';

export interface EmbeddingService {
  /** gRPC port in use. */
  port: number;
  /** 0 if metrics are off. */
  metricsPort: number;
  /** Resolves when the model is warm and health says SERVING; rejects if no backend works. */
  ready: Promise<void>;
  /** Drains the servers, ends the queue, frees the model. */
  stop(): Promise<void>;
}

/**
 * Listens, then loads the model in the background of the caller (`ready`).
 * @param open makes the embedder; another one in tests
 * @throws Error with the cure if a port is taken
 */
export async function startEmbeddingService(
  settings: Settings,
  log: Logger,
  open: (config: EmbedderConfig) => Promise<Embedder> = createEmbedder,
): Promise<EmbeddingService> {
  let embedder: Embedder | undefined;
  const metrics = createMetrics('embedding');
  registerEmbeddingMetrics(metrics, () => embedder?.info());
  const warm = () => {
    if (embedder !== undefined) return embedder;
    throw new LibTrailsError('unavailable', 'The model is still loading', { retryAfterSeconds: 1 });
  };

  const { definition, grpc } = loadContract<ProtoGrpcType>('embedding');
  const server = await startGrpcServer({
    host: settings.host,
    port: settings.port,
    services: [
      {
        name: SERVICE,
        service: grpc.libtrails.embedding.v1.EmbeddingService.service,
        implementation: embeddingHandlers(warm, { log, latency: grpcLatency(metrics) }),
      },
    ],
    definitions: [definition],
    log,
  });
  const http = settings.metricsPort === 0 ? undefined : await serveMetrics(settings, log, metrics);

  const began = performance.now();
  const ready = open(settings.embedder).then((opened) => {
    embedder = opened;
    server.setServing(true);
    const { backend, fingerprint } = opened.info();
    log.info(
      {
        port: server.port,
        backend,
        fingerprint,
        loadMs: Math.round(performance.now() - began),
        rssMiB: Math.round(process.memoryUsage.rss() / 2 ** 20),
      },
      'serving',
    );
  });
  return {
    port: server.port,
    metricsPort: http?.port ?? 0,
    ready,
    async stop() {
      await Promise.all([server.drain(DRAIN_GRACE_MS), http?.drain(DRAIN_GRACE_MS)]);
      await ready.catch(() => {});
      await embedder?.close();
    },
  };
}

async function serveMetrics(settings: Settings, log: Logger, metrics: ReturnType<typeof createMetrics>) {
  // Express costs memory: loaded only where metrics are wanted.
  const { createHttpApp, listenHttp } = await import('@libtrails/common/http-server');
  const app = createHttpApp({ log, metrics, routes: () => {} });
  return listenHttp(app, settings.host, settings.metricsPort);
}
