/** The direction in which vectors differ most: their first principal component. Pure. */
import { cosine, unit } from './path.ts';

/** Rounds of power iteration: of BGE's passages the direction is the same to a thousandth after a dozen. */
const ROUNDS = 24;

/**
 * Of rows around 0, the unit vector along which their squares add up to most, up to its sign; zero if all are 0. The
 * power iteration begins with the axis that has most: no round brings less, and the same rows give the same direction.
 */
export function strongestDirection(rows: readonly Float32Array[], dims: number): Float32Array {
  const squares = new Float32Array(dims);
  for (const row of rows) for (let d = 0; d < dims; d += 1) squares[d]! += row[d]! ** 2;
  const axis = squares.indexOf(Math.max(...squares));
  let direction = new Float32Array(dims);
  if (axis === -1 || squares[axis] === 0) return direction;
  direction[axis] = 1;
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = new Float32Array(dims);
    for (const row of rows) {
      const part = cosine(row, direction);
      for (let d = 0; d < dims; d += 1) next[d]! += part * row[d]!;
    }
    direction = unit(next) as Float32Array<ArrayBuffer>;
  }
  return direction;
}
