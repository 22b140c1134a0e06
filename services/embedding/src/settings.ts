/** The service's settings, read once at start. */
import { commonSettings, integer, port, readConfig } from '@libtrails/common/config';
import { z } from 'zod';
import type { EmbedderConfig } from './embedder.ts';

const schema = z.object({
  ...commonSettings,
  /** gRPC; 0 lets the system choose. */
  EMBEDDING_PORT: port(50_051),
  /** HTTP with /metrics and /healthz; 0 switches it off. */
  EMBEDDING_METRICS_PORT: port(0),
  EMBEDDING_BACKEND: z.enum(['auto', 'onnx', 'wasm', 'http']).default('auto'),
  EMBEDDING_PRECISION: z.enum(['int8', 'float32']).default('int8'),
  /** Threads within one run of the model. */
  EMBEDDING_THREADS: integer(1, 1, 64),
  /** Texts that may wait or run; a quarter is kept for queries. One call of 256 texts must fit. */
  EMBEDDING_QUEUE_LIMIT: integer(1024, 512, 65_536),
  /** Query vectors kept, about 2 KB each; 0 keeps none. */
  EMBEDDING_CACHE_SIZE: integer(1024, 0, 1_000_000),
  /** Base address of an OpenAI-compatible server, such as http://host:8000/v1. */
  EMBEDDING_HTTP_URL: z.url('must be an address such as http://host:8000/v1').optional(),
  /** The model's name in requests to it. */
  EMBEDDING_HTTP_MODEL: z.string().optional(),
  /** Its bearer token. */
  EMBEDDING_HTTP_TOKEN: z.string().optional(),
  /** Folder that holds the model's folder; default `models/` of the checkout. */
  LIBTRAILS_MODELS: z.string().optional(),
});

export interface Settings {
  host: string;
  port: number;
  metricsPort: number;
  logLevel: string;
  embedder: EmbedderConfig;
}

/** @throws ConfigError naming every variable that is wrong */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const given = readConfig(schema, env);
  return {
    host: given.LIBTRAILS_HOST,
    port: given.EMBEDDING_PORT,
    metricsPort: given.EMBEDDING_METRICS_PORT,
    logLevel: given.LIBTRAILS_LOG_LEVEL,
    embedder: {
      backend: given.EMBEDDING_BACKEND,
      precision: given.EMBEDDING_PRECISION,
      threads: given.EMBEDDING_THREADS,
      queueLimit: given.EMBEDDING_QUEUE_LIMIT,
      cacheSize: given.EMBEDDING_CACHE_SIZE,
      modelsDir: given.LIBTRAILS_MODELS,
      httpUrl: given.EMBEDDING_HTTP_URL,
      httpModel: given.EMBEDDING_HTTP_MODEL,
      httpToken: given.EMBEDDING_HTTP_TOKEN,
    },
  };
}
