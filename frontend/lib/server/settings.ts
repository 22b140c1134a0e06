/** What the web server reads from its environment, once, at the first request. PORT is Next's own. */
import { join } from 'node:path';
import { hostNames } from '../../../services/common/src/host-names.ts';

export interface Settings {
  /** host:port of the retrieval service's gRPC API. */
  retrievalGrpc: string;
  /** Origin of the retrieval service's HTTP API, without a slash at the end. */
  retrievalHttp: string;
  /** host:port of the embedding service's gRPC API; only the status page asks it. */
  embeddingGrpc: string;
  /** Names under which this server may be asked, besides addresses and local names. */
  hosts: readonly string[];
  /** PEM file of the authority that signed retrieval's certificate, "system", or empty: no TLS. */
  retrievalCa: string;
  /** Address of a Calibre-Web that shows the followed Calibre library, without a slash at the end; empty: none. */
  calibreWeb: string;
  /** Folder that holds `libtrails/<package>/v1/*.proto`. */
  protoRoot: string;
}

/**
 * Settings with their defaults; an empty value counts as not set.
 * @throws Error naming the variable that can't be used.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>> = process.env): Settings {
  return {
    retrievalGrpc: hostPort('RETRIEVAL_GRPC', env.RETRIEVAL_GRPC || '127.0.0.1:50052'),
    retrievalHttp: origin('RETRIEVAL_HTTP', env.RETRIEVAL_HTTP || 'http://127.0.0.1:8080'),
    embeddingGrpc: hostPort('EMBEDDING_GRPC', env.EMBEDDING_GRPC || '127.0.0.1:50051'),
    hosts: hostNames(env.LIBTRAILS_HOSTS ?? ''),
    retrievalCa: env.LIBTRAILS_GRPC_CA ?? '',
    calibreWeb: env.LIBTRAILS_CALIBRE_WEB ? address('LIBTRAILS_CALIBRE_WEB', env.LIBTRAILS_CALIBRE_WEB) : '',
    // The server runs in the folder `frontend`, in the repository and in the standalone build alike.
    protoRoot: env.LIBTRAILS_PROTO_ROOT || join(process.cwd(), '..', 'proto'),
  };
}

let current: Settings | undefined;

/** The settings of this process. */
export function settings(): Settings {
  current ??= readSettings();
  return current;
}

function hostPort(name: string, value: string): string {
  if (/^(?:[\w.-]+|\[[\da-f:]+\]):\d{1,5}$/i.test(value)) return value;
  throw new Error(`${name}=${value}: must be host:port`);
}

function origin(name: string, value: string): string {
  return new URL(address(name, value)).origin;
}

/** With its path, without query and slash at the end. */
function address(name: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url && (url.protocol === 'http:' || url.protocol === 'https:'))
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
  throw new Error(`${name}=${value}: must be an address such as http://127.0.0.1:8080`);
}
