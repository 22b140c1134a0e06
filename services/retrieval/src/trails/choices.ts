/** Candidates of a step: the best passages, with a limit for each book. Pure. */
import type { Candidate, Placed } from './path.ts';

/** Candidates of one step, and at most so many of one book: with ten books there is still a choice. */
const LAYER_SIZE = 48;
const LAYER_OF_BOOK = 3;

export interface LayerWishes {
  /** Steps of the trail. */
  steps: number;
  /** 0 is the best trail; every other number another way, always the same one. */
  seed: number;
  /** Passages that may not be used. */
  dropped: ReadonlySet<number>;
  /** Steps (0-based) that are given. */
  pinned: ReadonlyMap<number, Candidate>;
}

/** The best first; among equals the one with the lower id. */
export function best(placed: Placed[], size = LAYER_SIZE): Placed[] {
  const ofBook = new Map<number, number>();
  return placed
    .sort((a, b) => b.fit - a.fit || a.candidate.id - b.candidate.id)
    .filter(({ candidate: { book } }) => {
      const count = (ofBook.get(book) ?? 0) + 1;
      ofBook.set(book, count);
      return count <= LAYER_OF_BOOK;
    })
    .slice(0, size);
}

export const isAllowed = ({ dropped, seed }: LayerWishes, id: number): boolean =>
  !dropped.has(id) && !leftOut(seed, id);

/** Another way: each seed but 0 goes without its own half of all passages. */
export function leftOut(seed: number, passage: number): boolean {
  return seed !== 0 && mixed(Math.imul(seed, 0x9e3779b1) ^ passage) % 2 === 1;
}

/** The finaliser of MurmurHash3 (Appleby, 2011): every bit of the input changes half of those of the output. */
function mixed(key: number): number {
  let bits = key >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
