/** Who is near whom, and how surely: UMAP's weighted graph of nearest neighbours. */
import { dot } from '../topics/vectors.ts';

/** Neighbours of each point: enough to join the parts, few enough to keep what is local. */
const NEIGHBOURS = 15;
/** Halvings in search of a point's scale. */
const HALVINGS = 40;
/** Edges of less weight would be used less than once in a layout. */
const MIN_WEIGHT = 1 / 200;

/** Edges in both directions; weights in (0, 1]. */
export interface Neighbourhood {
  from: Uint32Array;
  to: Uint32Array;
  weights: Float64Array;
}

/**
 * Each point's NEIGHBOURS nearest by cosine, weighed by distance on the point's own scale: the nearest counts
 * whole, all together log2(k). A pair counts if either holds the other for a neighbour (fuzzy union). All
 * pairs are compared: 3 million dot products for 2,500 points. @param vectors unit vectors
 */
export function neighbourhoodOf(vectors: readonly Float32Array[]): Neighbourhood {
  const directed = vectors.map((_, i) => weighed(nearest(vectors, i)));
  const from: number[] = [];
  const to: number[] = [];
  const weights: number[] = [];
  directed.forEach((own, i) => {
    for (const [other, weight] of own) {
      const back = directed[other]!.get(i) ?? 0;
      const both = weight + back - weight * back;
      if (both < MIN_WEIGHT) continue;
      from.push(i);
      to.push(other);
      weights.push(both);
      // The other direction would not come by itself.
      if (back > 0) continue;
      from.push(other);
      to.push(i);
      weights.push(both);
    }
  });
  return { from: Uint32Array.from(from), to: Uint32Array.from(to), weights: Float64Array.from(weights) };
}

interface Near {
  other: number;
  distance: number;
}

/** Nearest first; the lower index among equals. */
function nearest(vectors: readonly Float32Array[], i: number): Near[] {
  const found: Near[] = [];
  for (let other = 0; other < vectors.length; other += 1) {
    if (other === i) continue;
    const distance = 1 - dot(vectors[i]!, vectors[other]!);
    if (found.length === NEIGHBOURS && distance >= found[NEIGHBOURS - 1]!.distance) continue;
    let place = found.length;
    while (place > 0 && distance < found[place - 1]!.distance) place -= 1;
    found.splice(place, 0, { other, distance });
    if (found.length > NEIGHBOURS) found.pop();
  }
  return found;
}

/** Weights that fall from 1 at the nearest, on the scale at which they add up to log2 of their number. */
function weighed(near: readonly Near[]): Map<number, number> {
  const closest = near[0]?.distance ?? 0;
  const wanted = Math.log2(near.length + 1);
  const weight = (distance: number, scale: number) => Math.exp(-(distance - closest) / scale);
  let [low, high] = [1e-6, 10];
  for (let i = 0; i < HALVINGS; i += 1) {
    const scale = (low + high) / 2;
    const sum = near.reduce((total, { distance }) => total + weight(distance, scale), 0);
    if (sum > wanted) high = scale;
    else low = scale;
  }
  return new Map(near.map(({ other, distance }) => [other, weight(distance, low)]));
}
