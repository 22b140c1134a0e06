/** The id of the current request, passed to every service and written into every log line. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

/** Name of the HTTP header and of the gRPC metadata key. */
export const REQUEST_ID = 'x-request-id';

const current = new AsyncLocalStorage<string>();

/** The caller's id if it is valid, else a new one, so that callers cannot write into the log. */
export function requestIdOf(given: string | undefined): string {
  return given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
}

/** Runs `work` and everything it starts under this id. */
export function withRequestId<T>(id: string, work: () => T): T {
  return current.run(id, work);
}

/** Undefined outside of requests. */
export function currentRequestId(): string | undefined {
  return current.getStore();
}
