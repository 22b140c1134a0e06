/** Answers to what was asked before, for as long as the library stays as it is. */
import { LRUCache } from 'lru-cache';
import type { Changes } from '../store/change.ts';
import type { Search } from './search.ts';
import type { SearchAnswer, SearchInput } from './search-input.ts';

/** What all kept answers take in memory, about: some two hundred first pages. */
export const RESULT_CACHE_BYTES = 8 * 1024 * 1024;

/** JavaScript keeps most texts at one byte a character and an object at a few times its JSON. */
const BYTES_PER_CHARACTER = 2;

export interface CachedSearch {
  search: Search;
  /** Answers given from memory, and those that were not there, since the start. */
  hits(): number;
  misses(): number;
}

/**
 * Remembers whole answers by the library's revision, its generation and the request. A degraded answer is given
 * once: what was missing may be there the next time.
 */
export function cachedSearch(
  search: Search,
  store: Pick<Changes, 'revision' | 'generation'>,
  maxBytes: number = RESULT_CACHE_BYTES,
): CachedSearch {
  const answers = new LRUCache<string, SearchAnswer>({
    maxSize: maxBytes,
    sizeCalculation: (answer) => JSON.stringify(answer).length * BYTES_PER_CHARACTER,
  });
  let state = '';
  let hits = 0;
  let misses = 0;
  return {
    hits: () => hits,
    misses: () => misses,
    async search(input, context) {
      const started = performance.now();
      const now = `${store.revision()} ${store.generation()}`;
      if (now !== state) {
        answers.clear();
        state = now;
      }
      const key = keyOf(input);
      const known = answers.get(key);
      if (known !== undefined) {
        hits += 1;
        const tookMs = { total: performance.now() - started, embed: 0, signals: {}, fuse: 0 };
        return { ...known, query: input.query, tookMs };
      }
      misses += 1;
      const answer = await search(input, context);
      const unchanged = state === `${store.revision()} ${store.generation()}`;
      if (unchanged && now === state && !answer.degraded) answers.set(key, answer);
      return answer;
    },
  };
}

/** The same for requests that differ in spaces around words or in the order of their fields. */
function keyOf(input: SearchInput): string {
  const fields = Object.entries({ ...input, query: input.query.replaceAll(/\s+/gu, ' ').trim() });
  return JSON.stringify(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}
