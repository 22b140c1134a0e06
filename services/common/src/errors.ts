/**
 * The table of errors: code, gRPC status, HTTP status, title, and what to do about it. Only handlers translate.
 * docs/errors.md and the pages behind a problem's `type` are generated from it.
 */
import { status as grpcStatus } from '@grpc/grpc-js';

export const ERRORS = {
  invalid_argument: {
    grpc: grpcStatus.INVALID_ARGUMENT,
    http: 400,
    title: 'The request is not valid',
    help: 'A parameter or the body has a wrong form or is out of range. `detail` names each wrong field: correct it and send the request again.',
  },
  unauthenticated: {
    grpc: grpcStatus.UNAUTHENTICATED,
    http: 401,
    title: 'Sign in first',
    help: 'The library has a password. Sign in, or send the password or the token in the `authorization` header.',
  },
  permission_denied: {
    grpc: grpcStatus.PERMISSION_DENIED,
    http: 403,
    title: 'Not allowed',
    help: 'Writing needs the token or a connection from the machine itself; a page of another site may not write, and an unknown host name is refused. `detail` says which of these it is.',
  },
  not_found: {
    grpc: grpcStatus.NOT_FOUND,
    http: 404,
    title: 'Not found',
    help: 'The library has no such book, passage, topic, theme, domain or job, or the path does not exist. Ids change when a book is indexed again: look the item up by search or by its place.',
  },
  already_exists: {
    grpc: grpcStatus.ALREADY_EXISTS,
    http: 409,
    title: 'Already there',
    help: 'The same content is in the library under another name. Nothing needs to be done.',
  },
  failed_precondition: {
    grpc: grpcStatus.FAILED_PRECONDITION,
    http: 409,
    title: 'The library is not in the right state for this',
    help: 'The library is in a state that does not allow this, such as vectors of another model or a job that another worker holds. `detail` says what to do first.',
  },
  too_large: {
    grpc: grpcStatus.INVALID_ARGUMENT,
    http: 413,
    title: 'Too large',
    help: 'The body is longer than the limit. SECURITY.md lists the limits and the settings that change them.',
  },
  unsupported_media_type: {
    grpc: grpcStatus.INVALID_ARGUMENT,
    http: 415,
    title: 'Not a kind of file that can be read',
    help: 'The uploaded file is not a book format that LibTrails reads.',
  },
  resource_exhausted: {
    grpc: grpcStatus.RESOURCE_EXHAUSTED,
    http: 503,
    title: 'Too busy, try again shortly',
    help: 'More requests are running than this server can answer. Try again after the seconds in `Retry-After`.',
  },
  rate_limited: {
    grpc: grpcStatus.RESOURCE_EXHAUSTED,
    http: 429,
    title: 'Too many requests from one client',
    help: 'This client sent more requests, or more wrong passwords, than are allowed. Try again after the seconds in `Retry-After`.',
  },
  cancelled: {
    grpc: grpcStatus.CANCELLED,
    http: 499,
    title: 'Cancelled by the caller',
    help: 'The client closed the connection before the answer was ready.',
  },
  deadline_exceeded: {
    grpc: grpcStatus.DEADLINE_EXCEEDED,
    http: 504,
    title: 'Not done in time',
    help: 'The answer took longer than the time allowed. Try again, or ask for less.',
  },
  unavailable: {
    grpc: grpcStatus.UNAVAILABLE,
    http: 503,
    title: 'Not available at the moment',
    help: 'A service is starting, stopping or not running. Try again after the seconds in `Retry-After`; `libtrails status` shows which service it is.',
  },
  data_loss: {
    grpc: grpcStatus.DATA_LOSS,
    http: 500,
    title: 'The stored data is damaged',
    help: 'The library file or a backup is damaged. Run `libtrails check`, then restore the latest backup.',
  },
  internal: {
    grpc: grpcStatus.INTERNAL,
    http: 500,
    title: 'Something went wrong inside',
    help: 'An error that the program did not expect. The log of the service has the details under the `requestId`.',
  },
} as const satisfies Record<string, { grpc: grpcStatus; http: number; title: string; help: string }>;

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
 * becomes `internal` with a neutral message (the cause goes into the log).
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
