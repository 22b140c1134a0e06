/** Optional TLS for gRPC: a server with a certificate and a client with an authority use it. */
import { readFileSync } from 'node:fs';
import { type ChannelCredentials, credentials, ServerCredentials } from '@grpc/grpc-js';

export type { ChannelCredentials, ServerCredentials };

export interface GrpcTlsSettings {
  LIBTRAILS_GRPC_CERT?: string | undefined;
  LIBTRAILS_GRPC_KEY?: string | undefined;
  LIBTRAILS_GRPC_CA?: string | undefined;
}

/**
 * What a server listens with.
 * @throws Error naming the variable, if one of the two is missing or can't be read
 */
export function serverCredentials(settings: GrpcTlsSettings): ServerCredentials {
  const { LIBTRAILS_GRPC_CERT: cert, LIBTRAILS_GRPC_KEY: key } = settings;
  if (cert === undefined && key === undefined) return ServerCredentials.createInsecure();
  if (cert === undefined || key === undefined) {
    throw new Error('LIBTRAILS_GRPC_CERT and LIBTRAILS_GRPC_KEY go together: set both or neither');
  }
  const pair = { cert_chain: pem('LIBTRAILS_GRPC_CERT', cert), private_key: pem('LIBTRAILS_GRPC_KEY', key) };
  return ServerCredentials.createSsl(null, [pair], false);
}

/**
 * What a client connects with: plain HTTP/2, or TLS with the authority that LIBTRAILS_GRPC_CA names.
 * @throws Error naming the variable, if its file can't be read
 */
export function clientCredentials({ LIBTRAILS_GRPC_CA: ca }: GrpcTlsSettings): ChannelCredentials {
  if (ca === undefined || ca === '') return credentials.createInsecure();
  return credentials.createSsl(ca === 'system' ? null : pem('LIBTRAILS_GRPC_CA', ca));
}

function pem(variable: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Error(`${variable}=${file} can't be read: name a PEM file that this user may read`, { cause });
  }
}
