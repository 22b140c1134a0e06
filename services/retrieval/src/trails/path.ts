/**
 * The chain itself: of many passages, the few that lead from one idea to another. Pure functions.
 *
 * A trail of T steps is a path through T layers. The layer of step t holds the passages nearest to the point
 * that lies t/(T-1) of the way between the two ideas; a path takes one passage of each layer, each of another
 * book, so that its steps stand where they should and every link is near. Of all paths, beam search keeps the
 * best few (Lowerre, 1976): exact search would have to remember which books are used up.
 */
import { PROFILE } from '@libtrails/models/profile';

/** A passage that may become a step. */
export interface Candidate {
  id: number;
  book: number;
  /** Unit vector, centred on the library's mean passage. */
  vector: Float32Array;
}

/** A candidate of one layer with its fitness, higher is better. */
export interface Placed {
  candidate: Candidate;
  fit: number;
}

export interface Path {
  steps: Candidate[];
  score: number;
}

/** Paths kept after each layer; twice as many changed none of 200 trails over a hundred books. */
const BEAM_WIDTH = 24;
/** A link costs the square of what it lacks to this cosine: one leap is worse than several long steps. */
const NEAR_COSINE = PROFILE.calibration.trails.near;
const LINK_WEIGHT = 2;
/** Centred cosine from which two passages say the same: editions, quotations, refrains. */
export const SAME_COSINE = PROFILE.calibration.trails.same;
/** Cost of a step that lies nearer to the step before last than to the last: the trail would turn back. */
const BACKWARD_WEIGHT = 0.5;

/** Cosine of two unit vectors. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

/**
 * The best path through `layers`, one candidate of each, no book and no text twice. If no path crosses all of
 * them, the longest that can be had from the first layer on. `affinity` adds to the link of two passages what
 * their vectors don't say (shared topics), 0..1. Equal paths: the one with lower ids first.
 */
export function bestPath(
  layers: readonly (readonly Placed[])[],
  affinity: (a: number, b: number) => number = () => 0,
): Path {
  const near = ofPairs((a, b) => cosine(a.vector, b.vector));
  const link = ofPairs(({ id: a }, { id: b }) => affinity(a, b));
  let beam: Path[] = [{ steps: [], score: 0 }];
  for (const layer of layers) {
    const longer: { path: Path; candidate: Candidate; score: number }[] = [];
    for (const path of beam) {
      for (const { candidate, fit } of layer) {
        if (!isFresh(path.steps, candidate, near)) continue;
        const score = path.score + fit + linkScore(path.steps, candidate, near, link);
        longer.push({ path, candidate, score });
      }
    }
    if (longer.length === 0) break;
    beam = longer
      .sort((a, b) => b.score - a.score || byIds(a.path, b.path) || a.candidate.id - b.candidate.id)
      .slice(0, BEAM_WIDTH)
      .map(({ path, candidate, score }) => ({ steps: [...path.steps, candidate], score }));
  }
  return beam[0]!;
}

type OfPair = (a: Candidate, b: Candidate) => number;

/** Reckons each pair once: the paths of a beam differ in few steps. */
function ofPairs(reckon: OfPair): OfPair {
  const known = new Map<number, Map<number, number>>();
  return (a, b) => {
    let row = known.get(a.id);
    if (row === undefined) {
      row = new Map();
      known.set(a.id, row);
    }
    let value = row.get(b.id);
    if (value === undefined) {
      value = reckon(a, b);
      row.set(b.id, value);
    }
    return value;
  };
}

/** True if the candidate's book and its words are not in the path yet. */
const isFresh = (steps: readonly Candidate[], next: Candidate, near: OfPair): boolean =>
  steps.every((step) => step.book !== next.book) && steps.every((step) => near(step, next) < SAME_COSINE);

function linkScore(steps: readonly Candidate[], next: Candidate, near: OfPair, affinity: OfPair): number {
  const last = steps.at(-1);
  if (last === undefined) return 0;
  const closeness = near(last, next);
  const lack = Math.max(0, NEAR_COSINE - closeness - AFFINITY_COSINE * affinity(last, next));
  const before = steps.at(-2);
  const backward = before === undefined ? 0 : Math.max(0, near(before, next) - closeness);
  const leap = closeness < LEAP_COSINE ? LEAP_COST : 0;
  return SHARED_WEIGHT * affinity(last, next) - LINK_WEIGHT * lack * lack - BACKWARD_WEIGHT * backward - leap;
}

/** A reader who is told what two passages share follows sooner than one who is told that they are near. */
const SHARED_WEIGHT = 0.14;
/** Below this cosine a link is a leap, which costs more than any detour. */
const LEAP_COSINE = PROFILE.calibration.trails.leap;
const LEAP_COST = 0.6;

/** What the closest affinity is worth, as cosine. */
const AFFINITY_COSINE = 0.1;

function byIds(a: Path, b: Path): number {
  for (let i = 0; i < a.steps.length; i += 1) {
    const difference = a.steps[i]!.id - b.steps[i]!.id;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The unit vector that lies `share` (0..1) of the way from `a` to `b` on the great circle (both unit). */
export function between(a: Float32Array, b: Float32Array, share: number): Float32Array {
  const angle = Math.acos(Math.min(1, Math.max(-1, cosine(a, b))));
  // Nearly equal or opposite: the circle has no direction, a straight line has.
  const straight = angle < 1e-3 || Math.PI - angle < 1e-3;
  const fromA = straight ? 1 - share : Math.sin((1 - share) * angle) / Math.sin(angle);
  const fromB = straight ? share : Math.sin(share * angle) / Math.sin(angle);
  return unit(a.map((x, i) => fromA * x + fromB * b[i]!));
}

/** The same direction with length 1; a zero vector stays. */
export function unit(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(cosine(vector, vector));
  if (norm === 0) return vector;
  const out = new Float32Array(vector.length);
  for (let d = 0; d < out.length; d += 1) out[d] = vector[d]! / norm;
  return out;
}
