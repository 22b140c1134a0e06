/** The running retrieval service as this command calls it. */
import { LibTrailsError, toLibTrailsError } from '@libtrails/common/errors';
import { callUnary, connect } from '@libtrails/common/grpc-client';
import { loadToken } from '@libtrails/common/token';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/ingest';
import type { ProtoGrpcType as LibraryContract } from '@libtrails/proto/library';
import type { Backup__Out as Backup } from '@libtrails/proto/types/ingest/v1/Backup';
import type { CancelJobRequest } from '@libtrails/proto/types/ingest/v1/CancelJobRequest';
import type { CreateBackupRequest } from '@libtrails/proto/types/ingest/v1/CreateBackupRequest';
import type { IndexingState__Out as IndexingState } from '@libtrails/proto/types/ingest/v1/IndexingState';
import type { IngestServiceClient } from '@libtrails/proto/types/ingest/v1/IngestService';
import type { Job__Out as Job } from '@libtrails/proto/types/ingest/v1/Job';
import type { PauseIndexingRequest } from '@libtrails/proto/types/ingest/v1/PauseIndexingRequest';
import type { ResumeIndexingRequest } from '@libtrails/proto/types/ingest/v1/ResumeIndexingRequest';

/** A write may wait for a book's transaction; in milliseconds. */
const TIMEOUT_MS = 60_000;
/** A large library on a slow disk. */
const BACKUP_TIMEOUT_MS = 6 * 3_600_000;
const DEFAULT_PORT = 50_052;

export interface ServiceFlags {
  /** host:port; default: this machine, RETRIEVAL_GRPC_PORT. */
  to?: string;
  /** Default: LIBTRAILS_TOKEN, or the file that LIBTRAILS_TOKEN_FILE names. */
  token?: string;
}

/**
 * Removes the book through the service, if its book of that id is of the same file: it may serve another library.
 * @throws LibTrailsError unavailable, permission_denied, not_found, failed_precondition
 */
export async function deleteThroughService(
  { id: bookId, fileName }: { id: number; fileName: string },
  { to, token }: ServiceFlags,
): Promise<void> {
  const address = to ?? ownAddress();
  const options = { timeoutMs: TIMEOUT_MS, token: token ?? ownToken() };
  const { IngestService } = loadContract<ProtoGrpcType>('ingest').grpc.libtrails.ingest.v1;
  const { LibraryService } = loadContract<LibraryContract>('library').grpc.libtrails.library.v1;
  const library = connect(LibraryService, address);
  const ingest = connect(IngestService, address);
  try {
    const { book } = await callUnary(library, library.getBook, { bookId }, options);
    if (book?.fileName !== fileName) {
      throw new LibTrailsError(
        'failed_precondition',
        `The service at ${address} serves another library (its book ${bookId} is ${book?.fileName}): name the right one with --to host:port. Nothing was deleted.`,
      );
    }
    await callUnary(ingest, ingest.deleteBook, { bookId }, options);
  } catch (error) {
    const known = toLibTrailsError(error);
    if (known.code !== 'unavailable') throw known;
    throw new LibTrailsError(
      'unavailable',
      `The library is in use, but no retrieval service answers at ${address}: name it with --to host:port.`,
      { cause: error },
    );
  } finally {
    library.close();
    ingest.close();
  }
}

/**
 * Makes a backup through the service; ends it if `signal` aborts.
 * @throws LibTrailsError unavailable, permission_denied, failed_precondition (another library is served there, or a
 *   backup is being made), and as backups fail
 */
export async function backUpThroughService(
  request: CreateBackupRequest,
  { to, token }: ServiceFlags,
  signal: AbortSignal,
): Promise<Backup> {
  const { IngestService } = loadContract<ProtoGrpcType>('ingest').grpc.libtrails.ingest.v1;
  const ingest = connect(IngestService, to ?? ownAddress());
  try {
    const options = { timeoutMs: BACKUP_TIMEOUT_MS, token: token ?? ownToken(), signal };
    return await callUnary<CreateBackupRequest, Backup>(ingest, ingest.createBackup, request, options);
  } catch (error) {
    throw toLibTrailsError(signal.aborted ? signal.reason : error);
  } finally {
    ingest.close();
  }
}

/**
 * Cancels a job through the service.
 * @throws LibTrailsError unavailable, permission_denied, not_found, failed_precondition (it has ended)
 */
export function cancelThroughService(jobId: number, flags: ServiceFlags): Promise<Job> {
  return callIngest(flags, (ingest, options) =>
    callUnary<CancelJobRequest, Job>(ingest, ingest.cancelJob, { jobId }, options),
  );
}

/** Has the service pause indexing. @throws LibTrailsError unavailable, permission_denied */
export function pauseThroughService(flags: ServiceFlags): Promise<IndexingState> {
  return callIngest(flags, (ingest, options) =>
    callUnary<PauseIndexingRequest, IndexingState>(ingest, ingest.pauseIndexing, {}, options),
  );
}

/** Has the service resume indexing. @throws LibTrailsError unavailable, permission_denied */
export function resumeThroughService(flags: ServiceFlags): Promise<IndexingState> {
  return callIngest(flags, (ingest, options) =>
    callUnary<ResumeIndexingRequest, IndexingState>(ingest, ingest.resumeIndexing, {}, options),
  );
}

async function callIngest<T>(
  { to, token }: ServiceFlags,
  call: (
    ingest: IngestServiceClient,
    options: { timeoutMs: number; token: string | undefined },
  ) => Promise<T>,
): Promise<T> {
  const { IngestService } = loadContract<ProtoGrpcType>('ingest').grpc.libtrails.ingest.v1;
  const ingest = connect(IngestService, to ?? ownAddress());
  try {
    return await call(ingest, { timeoutMs: TIMEOUT_MS, token: token ?? ownToken() });
  } catch (error) {
    throw toLibTrailsError(error);
  } finally {
    ingest.close();
  }
}

function ownAddress(): string {
  return `127.0.0.1:${process.env.RETRIEVAL_GRPC_PORT || DEFAULT_PORT}`;
}

/** What this machine's own service takes for a right to write. */
export function ownToken(): string | undefined {
  const { LIBTRAILS_TOKEN, LIBTRAILS_TOKEN_FILE } = process.env;
  return loadToken({
    LIBTRAILS_TOKEN: LIBTRAILS_TOKEN || undefined,
    LIBTRAILS_TOKEN_FILE: LIBTRAILS_TOKEN_FILE || undefined,
  });
}
