/** More searches at once than can be answered soon are refused at once, so that the others stay fast. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { Search } from './search.ts';

/**
 * At some 10 ms of one core each, this many wait less than a second for the last of them.
 */
export const MAX_SEARCHES_AT_ONCE = 64;

/** @throws LibTrailsError resource_exhausted, with a time to try again, beyond `limit` searches under way */
export function limitedSearch(search: Search, limit: number = MAX_SEARCHES_AT_ONCE): Search {
  let underWay = 0;
  return async (input, patience) => {
    if (underWay >= limit) {
      throw new LibTrailsError('resource_exhausted', 'Too many searches at once: try again in a moment', {
        retryAfterSeconds: 1,
      });
    }
    underWay += 1;
    try {
      return await search(input, patience);
    } finally {
      underWay -= 1;
    }
  };
}
