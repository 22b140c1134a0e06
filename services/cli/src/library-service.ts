/** The running retrieval service as this command calls it. */
import { LibTrailsError, toLibTrailsError } from '@libtrails/common/errors';
import { callUnary, connect } from '@libtrails/common/grpc-client';
import { loadToken } from '@libtrails/common/token';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/ingest';

/** A write may wait for a book's transaction; in milliseconds. */
const TIMEOUT_MS = 60_000;
const DEFAULT_PORT = 50_052;

export interface ServiceFlags {
  /** host:port; default: this machine, RETRIEVAL_GRPC_PORT. */
  to?: string;
  /** Default: LIBTRAILS_TOKEN, or the file that LIBTRAILS_TOKEN_FILE names. */
  token?: string;
}

/** @throws LibTrailsError unavailable, permission_denied, not_found */
export async function deleteThroughService(bookId: number, { to, token }: ServiceFlags): Promise<void> {
  const address = to ?? `127.0.0.1:${process.env.RETRIEVAL_GRPC_PORT || DEFAULT_PORT}`;
  const { grpc } = loadContract<ProtoGrpcType>('ingest');
  const client = connect(grpc.libtrails.ingest.v1.IngestService, address);
  try {
    await callUnary(
      client,
      client.deleteBook,
      { bookId },
      {
        timeoutMs: TIMEOUT_MS,
        token: token ?? ownToken(),
      },
    );
  } catch (error) {
    const known = toLibTrailsError(error);
    if (known.code !== 'unavailable') throw known;
    throw new LibTrailsError(
      'unavailable',
      `The library is in use, but no retrieval service answers at ${address}: name it with --to host:port.`,
      { cause: error },
    );
  } finally {
    client.close();
  }
}

function ownToken(): string | undefined {
  const { LIBTRAILS_TOKEN, LIBTRAILS_TOKEN_FILE } = process.env;
  return loadToken({
    LIBTRAILS_TOKEN: LIBTRAILS_TOKEN || undefined,
    LIBTRAILS_TOKEN_FILE: LIBTRAILS_TOKEN_FILE || undefined,
  });
}
