/** The one table of errors: code, gRPC status, HTTP status and title. Doors translate, nobody else does. */
import { status as grpcStatus } from '@grpc/grpc-js';

export const ERRORS = {
  invalid_argument: { grpc: grpcStatus.INVALID_ARGUMENT, http: 400, title: 'The request is not valid' },
  unauthenticated: { grpc: grpcStatus.UNAUTHENTICATED, http: 401, title: 'Sign in first' },
  permission_denied: { grpc: grpcStatus.PERMISSION_DENIED, http: 403, title: 'Not allowed' },
  not_found: { grpc: grpcStatus.NOT_FOUND, http: 404, title: 'Not found' },
  already_exists: { grpc: grpcStatus.ALREADY_EXISTS, http: 409, title: 'Already there' },
  failed_precondition: {
    grpc: grpcStatus.FAILED_PRECONDITION,
    http: 409,
    title: 'The library is not in the right state for this',
  },
  too_large: { grpc: grpcStatus.INVALID_ARGUMENT, http: 413, title: 'Too large' },
  unsupported_media_type: {
    grpc: grpcStatus.INVALID_ARGUMENT,
    http: 415,
    title: 'Not a kind of file that can be read',
  },
  resource_exhausted: {
    grpc: grpcStatus.RESOURCE_EXHAUSTED,
    http: 503,
    title: 'Too busy, try again shortly',
  },
  rate_limited: {
    grpc: grpcStatus.RESOURCE_EXHAUSTED,
    http: 429,
    title: 'Too many requests from one client',
  },
  cancelled: { grpc: grpcStatus.CANCELLED, http: 499, title: 'Cancelled by the caller' },
  deadline_exceeded: { grpc: grpcStatus.DEADLINE_EXCEEDED, http: 504, title: 'Not done in time' },
  unavailable: { grpc: grpcStatus.UNAVAILABLE, http: 503, title: 'Not available at the moment' },
  data_loss: { grpc: grpcStatus.DATA_LOSS, http: 500, title: 'The stored data is damaged' },
  internal: { grpc: grpcStatus.INTERNAL, http: 500, title: 'Something went wrong inside' },
} as const satisfies Record<string, { grpc: grpcStatus; http: number; title: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** An error whose message may be shown to a caller: it says what is wrong and what to do. */
export class LibTrailsError extends Error {
  readonly code: ErrorCode;
  /** For refusals: when a retry makes sense, in seconds. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; retryAfterSeconds?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'LibTrailsError';
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

const BY_GRPC = new Map<number, ErrorCode>();
for (const [code, row] of Object.entries(ERRORS)) {
  if (!BY_GRPC.has(row.grpc)) BY_GRPC.set(row.grpc, code as ErrorCode);
}

/**
 * Any thrown value as a LibTrailsError. Errors of a gRPC call keep their code and message; everything else
 * becomes `internal` with a message that gives nothing away (the cause is for the log).
 */
export function toLibTrailsError(error: unknown): LibTrailsError {
  if (error instanceof LibTrailsError) return error;
  if (error instanceof Error && error.name === 'AbortError') {
    return new LibTrailsError('cancelled', 'The caller went away', { cause: error });
  }
  if (isServiceError(error)) {
    const code = BY_GRPC.get(error.code) ?? 'internal';
    const retry = Number(error.metadata?.get('retry-after')[0]);
    return new LibTrailsError(code, error.details || error.message, {
      cause: error,
      ...(Number.isFinite(retry) ? { retryAfterSeconds: retry } : {}),
    });
  }
  return new LibTrailsError('internal', 'Unexpected error; the log has the details', { cause: error });
}

interface ServiceErrorLike extends Error {
  code: number;
  details: string;
  metadata?: { get(key: string): unknown[] };
}

function isServiceError(error: unknown): error is ServiceErrorLike {
  return (
    error instanceof Error && typeof (error as { code?: unknown }).code === 'number' && 'details' in error
  );
}
