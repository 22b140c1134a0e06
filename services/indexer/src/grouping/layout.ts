/**
 * Themes as points: in space (three dimensions) and on a map (two), each a layout of its own. Principal
 * components show only the directions in which all themes differ most; what a reader looks for is what lies
 * beside what. So points begin at their principal components and are then moved as in UMAP (McInnes, Healy and
 * Melville, 2018, arXiv:1802.03426): towards their nearest neighbours, away from points drawn at random. The
 * curve is 1/(1 + d²), as in t-SNE: no powers, so that every machine computes the same.
 */

import { type Neighbourhood, neighbourhoodOf } from './neighbourhood.ts';
import { principalComponents } from './principal-components.ts';
import { seededRandom } from './random.ts';

/** Coordinates between -1 and 1, one scale for all axes. */
export type Point = number[];

const SEED = 20_261_125;
const EPOCHS = 300;
/** Random points that push a point away for each neighbour that pulls it. */
const PUSHES = 5;
/** Half the width of the layout before the first step: wide enough for neighbourhoods to pass each other. */
const EXTENT = 10;
/** Longest move of one coordinate in one step. */
const MAX_MOVE = 4;
/** Fewer points have no neighbourhoods worth the name. */
const MIN_POINTS = 8;

/** The same points for the same vectors. About a second for 2,500 vectors. */
export function layOut(vectors: readonly Float32Array[], axes: 2 | 3): Point[] {
  const start = principalComponents(vectors, axes);
  if (vectors.length < MIN_POINTS) return start;
  const places = Float64Array.from(start.flat(), (value) => value * EXTENT);
  arrange(places, neighbourhoodOf(vectors), axes);
  return centred(places, axes);
}

/** Moves the points in place: each edge as often as its weight says, ever more gently. */
function arrange(places: Float64Array, { from, to, weights }: Neighbourhood, axes: number): void {
  const random = seededRandom(SEED);
  const count = places.length / axes;
  const due = Float64Array.from(weights, (weight) => 1 / weight);
  const next = Float64Array.from(due);
  const clip = (move: number) => Math.max(-MAX_MOVE, Math.min(MAX_MOVE, move));
  for (let epoch = 1; epoch <= EPOCHS; epoch += 1) {
    const rate = 1 - (epoch - 1) / EPOCHS;
    for (let edge = 0; edge < from.length; edge += 1) {
      if (next[edge]! > epoch) continue;
      next[edge]! += due[edge]!;
      const a = from[edge]! * axes;
      const b = to[edge]! * axes;
      const pull = -2 / (1 + squaredDistance(places, a, b, axes));
      for (let axis = 0; axis < axes; axis += 1) {
        const move = rate * clip(pull * (places[a + axis]! - places[b + axis]!));
        places[a + axis]! += move;
        places[b + axis]! -= move;
      }
      for (let push = 0; push < PUSHES; push += 1) {
        const other = Math.floor(random() * count) * axes;
        if (other === a) continue;
        const distance = squaredDistance(places, a, other, axes);
        const away = 2 / ((0.001 + distance) * (1 + distance));
        for (let axis = 0; axis < axes; axis += 1) {
          places[a + axis]! += rate * clip(away * (places[a + axis]! - places[other + axis]!));
        }
      }
    }
  }
}

function squaredDistance(places: Float64Array, a: number, b: number, axes: number): number {
  let sum = 0;
  for (let axis = 0; axis < axes; axis += 1) sum += (places[a + axis]! - places[b + axis]!) ** 2;
  return sum;
}

/** Around the origin, the farthest coordinate at 1. */
function centred(places: Float64Array, axes: number): Point[] {
  const count = places.length / axes;
  const middle = Array.from({ length: axes }, (_, axis) => {
    let sum = 0;
    for (let i = 0; i < count; i += 1) sum += places[i * axes + axis]!;
    return sum / count;
  });
  const points = Array.from({ length: count }, (_, i) =>
    middle.map((centre, axis) => places[i * axes + axis]! - centre),
  );
  const extent = points.reduce((most, point) => Math.max(most, ...point.map(Math.abs)), 1e-9);
  return points.map((point) => point.map((value) => value / extent));
}
