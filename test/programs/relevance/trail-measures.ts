/** What makes a chain of passages a good one, in figures. Pure; vectors are unit vectors around the library's mean. */
import { type Candidate, cosine } from '../../../services/retrieval/src/trails/path.ts';
import { mean } from './statistics.ts';

export const TRAIL_MEASURES = [
  'smoothness',
  'weakest link',
  'progress',
  'about',
  'novelty',
  'books',
] as const;
export type TrailMeasures = Record<(typeof TRAIL_MEASURES)[number], number>;

/**
 * smoothness: mean cosine of neighbours. weakest link: the least of them. progress: share of the steps that lie nearer
 * to the goal, and farther from the start, than the step before. about: mean cosine of a step with the nearer of the two
 * ideas. novelty: 1 less the mean cosine of steps that are no
 * neighbours. books: different books by step.
 */
export function measureTrail(
  steps: readonly Candidate[],
  from: Float32Array,
  to: Float32Array,
): TrailMeasures {
  const links = steps.slice(1).map((step, i) => cosine(steps[i]!.vector, step.vector));
  const along = steps.map(({ vector }) => cosine(vector, to) - cosine(vector, from));
  const apart = steps.flatMap((a, i) => steps.slice(i + 2).map((b) => cosine(a.vector, b.vector)));
  return {
    smoothness: mean(links),
    'weakest link': links.length === 0 ? 0 : Math.min(...links),
    progress: mean(along.slice(1).map((place, i) => (place > along[i]! ? 1 : 0))),
    about: mean(steps.map(({ vector }) => Math.max(cosine(vector, from), cosine(vector, to)))),
    novelty: 1 - mean(apart),
    books: steps.length === 0 ? 0 : new Set(steps.map(({ book }) => book)).size / steps.length,
  };
}
