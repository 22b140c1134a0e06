/** Candidate passages for each step: between two ideas, or around one. */
import type { TimeSlice } from '../search/time-slice.ts';
import { best, isAllowed, type LayerWishes } from './choices.ts';
import type { End } from './ends.ts';
import { between, type Candidate, cosine, type Placed } from './path.ts';
import type { PassageSpace } from './space.ts';

/** Points on the way between the two ends around which passages are gathered, and how many around each. */
const SCANS = 3;
const NEAREST = 200;
/** How much it counts beside nearness that a passage was found for an idea: at an end, around it, on the way. */
const END_WEIGHT = 1;
const AROUND_WEIGHT = 0.5;
const WAY_WEIGHT = 0.25;
/** A trail around one idea is made of this many passages about it, and of nearness to it rather than of progress. */
const NEAREST_TO_IDEA = 150;
const ABOUT_IDEA = 72;
const IDEA_WEIGHT = 1.5;
/** It begins with what is most about the idea, whatever leads on better; with another only if nothing can be quoted. */
const START_WEIGHT = 10;
/** Its goal shall be about the idea and yet far from the beginning. */
const GOAL_DISTANCE = 0.4;

/** The candidates of each step, best first. Without `to` all are about `from`; see `aroundOne`. */
export async function layersOf(
  from: End,
  to: End | undefined,
  space: PassageSpace,
  wishes: LayerWishes,
  slice: TimeSlice,
): Promise<Placed[][]> {
  const start = endLayer(from, wishes, 0);
  if (from.direction === undefined || start.length === 0) return [];
  if (to === undefined) return aroundOne(from, from.direction, start, space, wishes, slice);
  const goal = endLayer(to, wishes, wishes.steps - 1);
  if (to.direction === undefined || goal.length === 0) return [];
  const [a, b] = [from.direction, to.direction];
  const gathered = await poolBetween(from, a, to, b, space, slice);
  const pool = gathered.filter(({ id }) => isAllowed(wishes, id));
  const said = [fitsOf(from), fitsOf(to)] as const;
  return layered(wishes, start, goal, slice, (step) => {
    const share = step / (wishes.steps - 1);
    const point = between(a, b, share);
    return best(
      pool.map((candidate) => ({
        candidate,
        fit:
          cosine(candidate.vector, point) +
          WAY_WEIGHT *
            ((1 - share) * (said[0].get(candidate.id) ?? 0) + share * (said[1].get(candidate.id) ?? 0)),
      })),
    );
  });
}

/**
 * A trail without a goal stays with its idea: each step is one of the passages that are most about it, and the last is
 * that one among them which is least like the first.
 */
async function aroundOne(
  from: End,
  idea: Float32Array,
  start: Placed[],
  space: PassageSpace,
  wishes: LayerWishes,
  slice: TimeSlice,
): Promise<Placed[][]> {
  const origin = start[0]!.candidate;
  const said = fitsOf(from);
  const near = await space.candidates(await space.nearest(idea, NEAREST_TO_IDEA));
  const pool = new Map([...from.passages, ...near].map((candidate) => [candidate.id, candidate]));
  const about = best(
    [...pool.values()]
      .filter(({ id }) => isAllowed(wishes, id))
      .map((candidate) => ({
        candidate,
        fit: cosine(candidate.vector, idea) + AROUND_WEIGHT * (said.get(candidate.id) ?? 0),
      })),
    ABOUT_IDEA,
  );
  const goal = best(
    about
      .filter(({ candidate }) => candidate.book !== origin.book)
      .map(({ candidate, fit }) => ({
        candidate,
        fit: fit - GOAL_DISTANCE * cosine(candidate.vector, origin.vector),
      })),
  );
  const last = wishes.pinned.get(wishes.steps - 1) ?? goal[0]?.candidate;
  if (last === undefined) return [start];
  const first = start.map(({ candidate, fit }) => ({ candidate, fit: START_WEIGHT * fit }));
  return layered(wishes, first, goal, slice, (step) => {
    const point = between(origin.vector, last.vector, step / (wishes.steps - 1));
    return best(
      about.map(({ candidate, fit }) => ({
        candidate,
        fit: IDEA_WEIGHT * fit + cosine(candidate.vector, point),
      })),
    );
  });
}

/** The ends, what is pinned, and between them what `middle` says. */
async function layered(
  { steps, pinned }: LayerWishes,
  start: Placed[],
  goal: Placed[],
  slice: TimeSlice,
  middle: (step: number) => Placed[],
): Promise<Placed[][]> {
  const layers: Placed[][] = [];
  for (let step = 0; step < steps; step += 1) {
    await slice.pause();
    const pin = pinned.get(step);
    if (pin !== undefined) layers.push([{ candidate: pin, fit: 0 }]);
    else layers.push(step === 0 ? start : step === steps - 1 ? goal : middle(step));
  }
  return layers;
}

/** Passages of both ends, and around points on the way from one to the other. */
async function poolBetween(
  from: End,
  a: Float32Array,
  to: End,
  b: Float32Array,
  space: PassageSpace,
  slice: TimeSlice,
): Promise<Candidate[]> {
  const ids = new Set([...from.passages, ...to.passages].map(({ id }) => id));
  for (let i = 1; i <= SCANS; i += 1) {
    await slice.pause();
    for (const id of await space.nearest(between(a, b, i / (SCANS + 1)), NEAREST)) ids.add(id);
  }
  await slice.pause();
  return space.candidates([...ids].sort((x, y) => x - y));
}

const fitsOf = ({ passages, fits }: End) => new Map(passages.map(({ id }, i) => [id, fits[i]!]));

/** The passages of an end that is given; a single one is never left out. */
function endLayer(end: End, wishes: LayerWishes, step: number): Placed[] {
  const pin = wishes.pinned.get(step);
  if (pin !== undefined) return [{ candidate: pin, fit: 0 }];
  const placed = end.passages.flatMap((candidate, i): Placed[] => {
    if (wishes.dropped.has(candidate.id)) return [];
    if (end.passages.length > 1 && !isAllowed(wishes, candidate.id)) return [];
    const near = end.direction === undefined ? 0 : cosine(candidate.vector, end.direction);
    return [{ candidate, fit: near + END_WEIGHT * end.fits[i]! }];
  });
  return best(placed);
}
