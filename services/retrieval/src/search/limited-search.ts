/**
 * A few searches at a time, the next ones in the order they came, and a refusal for what can't be answered soon:
 * on one core, many searches side by side would all end late.
 */
import { LibTrailsError } from '@libtrails/common/errors';
import type { Search } from './search.ts';
import type { CallContext } from './search-input.ts';

export interface SearchLimits {
  /** Searches that work side by side: enough that one computes while others wait for the embedding service. */
  running: number;
  /** Searches that may wait. */
  waiting: number;
  /** How long one may wait before it is refused, in milliseconds. */
  waitMs: number;
  /** The same just after a start, when the requests of the time before it come all at once. */
  startWaitMs: number;
  /** How long that is, in milliseconds. */
  startMs: number;
}

/**
 * A search that has not begun within a second is rejected and may be tried again. After a start searches take longer, until
 * the code is compiled and the library's pages are in memory.
 */
export const SEARCH_LIMITS: SearchLimits = {
  running: 4,
  waiting: 60,
  waitMs: 1_000,
  startWaitMs: 5_000,
  startMs: 10_000,
};

/** @throws LibTrailsError resource_exhausted, with a time to try again, beyond the limits; cancelled */
export function limitedSearch(search: Search, changed: Partial<SearchLimits> = {}): Search {
  const limits = { ...SEARCH_LIMITS, ...changed };
  const startsUntil = performance.now() + limits.startMs;
  let running = 0;
  /** Searches that wait, the longest first; each is called when it may begin. */
  const queue = new Set<() => void>();

  const begin = async (context: CallContext) => {
    if (running < limits.running) {
      running += 1;
      return;
    }
    if (queue.size >= limits.waiting) throw tooMany();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    queue.add(resolve);
    const leave = (error: LibTrailsError) => {
      // A search that was called begins, whatever comes.
      if (queue.delete(resolve)) reject(error);
    };
    const onAbort = () => leave(new LibTrailsError('cancelled', 'The caller went away'));
    const waitMs = performance.now() < startsUntil ? limits.startWaitMs : limits.waitMs;
    const timer = setTimeout(() => leave(tooMany()), waitMs);
    context.signal.addEventListener('abort', onAbort, { once: true });
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      context.signal.removeEventListener('abort', onAbort);
    }
  };

  /** Lets the search begin that has waited longest. */
  const end = () => {
    const [next] = queue;
    if (next === undefined) {
      running -= 1;
      return;
    }
    queue.delete(next);
    next();
  };

  return async (input, context) => {
    await begin(context);
    try {
      return await search(input, context);
    } finally {
      end();
    }
  };
}

function tooMany(): LibTrailsError {
  return new LibTrailsError('resource_exhausted', 'Too many searches at once: try again in a moment', {
    retryAfterSeconds: 1,
  });
}
