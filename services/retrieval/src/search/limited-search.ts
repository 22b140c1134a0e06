/**
 * A few searches at a time, the next ones in the order they came, and a refusal for what can't be answered soon:
 * on one core, many searches side by side would all end late.
 */
import { LibTrailsError } from '@libtrails/common/errors';
import type { Search } from './search.ts';
import type { Patience } from './search-input.ts';

export interface SearchLimits {
  /** Searches that work side by side: enough that one computes while others wait for the embedding service. */
  running: number;
  /** Searches that may wait for their turn. */
  waiting: number;
  /** How long one may wait before it is refused, in milliseconds. */
  waitMs: number;
  /** The same while the service has just started, and has yet to answer those who came while it was away. */
  startWaitMs: number;
  /** How long that is, in milliseconds. */
  startMs: number;
}

/**
 * Who has not begun within a second is told so, and may ask again. After a start searches take longer, until the code
 * is compiled and the library's pages are in memory, and all who came meanwhile ask at one moment.
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
  /** Those waiting, the longest first; each is called when its turn has come. */
  const line = new Set<() => void>();

  const turn = async (patience: Patience) => {
    if (running < limits.running) {
      running += 1;
      return;
    }
    if (line.size >= limits.waiting) throw tooMany();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    line.add(resolve);
    const leave = (error: LibTrailsError) => {
      // Once called, the turn is taken and the search begins, whatever comes.
      if (line.delete(resolve)) reject(error);
    };
    const onAbort = () => leave(new LibTrailsError('cancelled', 'The caller went away'));
    const patienceMs = performance.now() < startsUntil ? limits.startWaitMs : limits.waitMs;
    const timer = setTimeout(() => leave(tooMany()), patienceMs);
    patience.signal.addEventListener('abort', onAbort, { once: true });
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      patience.signal.removeEventListener('abort', onAbort);
    }
  };

  /** Hands the turn on to the one who has waited longest. */
  const passOn = () => {
    const [next] = line;
    if (next === undefined) {
      running -= 1;
      return;
    }
    line.delete(next);
    next();
  };

  return async (input, patience) => {
    await turn(patience);
    try {
      return await search(input, patience);
    } finally {
      passOn();
    }
  };
}

function tooMany(): LibTrailsError {
  return new LibTrailsError('resource_exhausted', 'Too many searches at once: try again in a moment', {
    retryAfterSeconds: 1,
  });
}
