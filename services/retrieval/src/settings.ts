/** The retrieval service's settings, read once at start. */
import { commonSettings, flag, integer, port, readConfig } from '@libtrails/common/config';
import { type ServerCredentials, serverCredentials } from '@libtrails/common/grpc-tls';
import { hostNames } from '@libtrails/common/host-names';
import { loadServiceKey } from '@libtrails/common/token';
import { z } from 'zod';
import type { AccessSettings } from './access/access.ts';

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
  /** Readers sign in with it; without one everybody who reaches the port may read. */
  LIBTRAILS_PASSWORD: z.string().min(8, 'must have at least 8 characters').optional(),
  /** Programs of this machine write without a token. Off in containers, whose loopback is not the user's. */
  LIBTRAILS_TRUST_LOOPBACK: flag(true),
  /** Requests a second that one client may go on making, ten times as many at once after a rest; 0 is no limit. */
  RETRIEVAL_REQUESTS_PER_SECOND: integer(50, 0, 100_000),
  /** PEM files: gRPC is served over TLS with this certificate. */
  LIBTRAILS_GRPC_CERT: z.string().optional(),
  LIBTRAILS_GRPC_KEY: z.string().optional(),
});

export interface Settings {
  host: string;
  grpcPort: number;
  httpPort: number;
  access: AccessSettings;
  /** Names under which this machine may be asked. */
  hosts: readonly string[];
  /** Proxies that may name the client, as TrustedProxies takes them. */
  trustedProxies: string;
  requestsPerSecond: number;
  grpcCredentials: ServerCredentials;
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
    access: {
      token: given.LIBTRAILS_TOKEN,
      serviceKey: loadServiceKey(given.LIBTRAILS_TOKEN_FILE, { create: true }),
      password: given.LIBTRAILS_PASSWORD,
      trustLoopback: given.LIBTRAILS_TRUST_LOOPBACK,
    },
    hosts: hostNames(given.LIBTRAILS_HOSTS),
    trustedProxies: given.LIBTRAILS_TRUSTED_PROXIES,
    requestsPerSecond: given.RETRIEVAL_REQUESTS_PER_SECOND,
    grpcCredentials: serverCredentials(given),
    embedding: given.RETRIEVAL_EMBEDDING,
    embedTimeoutMs: given.RETRIEVAL_EMBED_TIMEOUT_MS,
    vectorBytes: given.RETRIEVAL_VECTOR_MEMORY_MIB * MIB,
    maxUploadBytes: given.RETRIEVAL_MAX_UPLOAD_MIB * MIB,
    data: given.LIBTRAILS_DATA,
    logLevel: given.LIBTRAILS_LOG_LEVEL,
  };
}
