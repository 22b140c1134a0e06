/** The retrieval service's settings, read once at start. */
import { commonSettings, integer, port, readConfig } from '@libtrails/common/config';
import { loadToken } from '@libtrails/common/token';
import { z } from 'zod';

const MIB = 1024 * 1024;

const schema = z.object({
  ...commonSettings,
  /** 0 lets the system choose. */
  RETRIEVAL_GRPC_PORT: port(50_052),
  RETRIEVAL_HTTP_PORT: port(8_080),
  /** host:port of the embedding service. */
  RETRIEVAL_EMBEDDING: z.string().default('127.0.0.1:50051'),
  /** How long the embedding of a query may take before the answer goes out without it. */
  RETRIEVAL_EMBED_TIMEOUT_MS: integer(1_000, 1, 60_000),
  /** What vectors of topics and passages may take in memory. */
  RETRIEVAL_VECTOR_MEMORY_MIB: integer(96, 8, 65_536),
  /** Largest file that can be uploaded. */
  RETRIEVAL_MAX_UPLOAD_MIB: integer(100, 1, 4_096),
  /** Folder of the library file and of uploads. */
  LIBTRAILS_DATA: z.string().default('./data'),
});

export interface Settings {
  host: string;
  grpcPort: number;
  httpPort: number;
  token: string | undefined;
  embedding: string;
  embedTimeoutMs: number;
  maxUploadBytes: number;
  vectorBytes: number;
  data: string;
  logLevel: string;
}

/** @throws ConfigError naming every variable that is wrong */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  const given = readConfig(schema, env);
  return {
    host: given.LIBTRAILS_HOST,
    grpcPort: given.RETRIEVAL_GRPC_PORT,
    httpPort: given.RETRIEVAL_HTTP_PORT,
    token: loadToken(given, { create: true }),
    embedding: given.RETRIEVAL_EMBEDDING,
    embedTimeoutMs: given.RETRIEVAL_EMBED_TIMEOUT_MS,
    vectorBytes: given.RETRIEVAL_VECTOR_MEMORY_MIB * MIB,
    maxUploadBytes: given.RETRIEVAL_MAX_UPLOAD_MIB * MIB,
    data: given.LIBTRAILS_DATA,
    logLevel: given.LIBTRAILS_LOG_LEVEL,
  };
}
