/** Which passages may stand at each step. */
import type { End } from './ends.ts';
import { between, type Candidate, cosine, type Placed } from './path.ts';
import type { PassageSpace } from './space.ts';

/** Points between the two ends around which passages are gathered, and how many around each. */
const SCANS = 5;
const NEAREST = 250;
/** Candidates of one step, and at most so many of one book: with ten books there is still a choice. */
const LAYER_SIZE = 48;
const LAYER_OF_BOOK = 3;
/** How much the given fit of an end's passages counts beside their nearness. */
const END_WEIGHT = 0.5;
/** Passages near the idea among which the end of a trail without a goal is chosen. */
const GOAL_CHOICES = 150;
/** A goal shall be about the idea and yet far from the beginning. */
const GOAL_DISTANCE = 0.6;

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

/**
 * The candidates of each step between two ends, best first. Without `to` the trail stays with the idea of
 * `from` and goes to that passage about it which is least like its beginning.
 */
export function layersOf(
  from: End,
  to: End | undefined,
  space: PassageSpace,
  wishes: LayerWishes,
): Placed[][] {
  const { steps, seed, dropped, pinned } = wishes;
  if (from.direction === undefined) return [];
  const start = endLayer(from, wishes, 0);
  const goal = to === undefined ? wander(from, start, space, wishes) : endLayer(to, wishes, steps - 1);
  const target = to?.direction ?? goal[0]?.candidate.vector;
  if (start.length === 0 || goal.length === 0 || target === undefined) return [];
  const pool = poolBetween(from.direction, target, space);
  return Array.from({ length: steps }, (_, step) => {
    const pin = pinned.get(step);
    if (pin !== undefined) return [{ candidate: pin, fit: 0 }];
    if (step === 0) return start;
    if (step === steps - 1) return goal;
    const point = between(from.direction!, target, step / (steps - 1));
    const choices = pool.filter(({ id }) => !dropped.has(id) && !leftOut(seed, id));
    return best(choices.map((candidate) => ({ candidate, fit: cosine(candidate.vector, point) })));
  });
}

/** Passages around points spread evenly between two directions. */
function poolBetween(a: Float32Array, b: Float32Array, space: PassageSpace): Candidate[] {
  const ids = new Set<number>();
  for (let i = 0; i < SCANS; i += 1) {
    for (const id of space.nearest(between(a, b, i / (SCANS - 1)), NEAREST)) ids.add(id);
  }
  return [...ids].sort((x, y) => x - y).flatMap((id) => space.candidate(id) ?? []);
}

/** The passages of an end that is given; a single one is never left out. */
function endLayer(end: End, { seed, dropped, pinned }: LayerWishes, step: number): Placed[] {
  const pin = pinned.get(step);
  if (pin !== undefined) return [{ candidate: pin, fit: 0 }];
  const placed = end.passages.flatMap((candidate, i): Placed[] => {
    if (dropped.has(candidate.id)) return [];
    if (end.passages.length > 1 && leftOut(seed, candidate.id)) return [];
    const near = end.direction === undefined ? 0 : cosine(candidate.vector, end.direction);
    return [{ candidate, fit: near + END_WEIGHT * end.fits[i]! }];
  });
  return best(placed);
}

/** Ends for a trail without a goal. */
function wander(from: End, start: readonly Placed[], space: PassageSpace, wishes: LayerWishes): Placed[] {
  const pin = wishes.pinned.get(wishes.steps - 1);
  if (pin !== undefined) return [{ candidate: pin, fit: 0 }];
  const origin = start[0]?.candidate;
  if (origin === undefined) return [];
  const near = [...space.nearest(from.direction!, GOAL_CHOICES)].flatMap((id) => space.candidate(id) ?? []);
  return best(
    near
      .filter(({ id, book }) => book !== origin.book && !wishes.dropped.has(id) && !leftOut(wishes.seed, id))
      .map((candidate) => ({
        candidate,
        fit:
          cosine(candidate.vector, from.direction!) - GOAL_DISTANCE * cosine(candidate.vector, origin.vector),
      })),
  );
}

function best(placed: Placed[]): Placed[] {
  const ofBook = new Map<number, number>();
  return placed
    .sort((a, b) => b.fit - a.fit || a.candidate.id - b.candidate.id)
    .filter(({ candidate: { book } }) => {
      const count = (ofBook.get(book) ?? 0) + 1;
      ofBook.set(book, count);
      return count <= LAYER_OF_BOOK;
    })
    .slice(0, LAYER_SIZE);
}

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
