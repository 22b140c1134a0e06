/** Vectors as points along the directions in which they differ most. */
import { addScaled, dot, mean, normalise } from '../topics/vectors.ts';

const ITERATIONS = 60;

/** `count` coordinates between -1 and 1 for each vector, the same for the same vectors. */
export function principalComponents(vectors: readonly Float32Array[], count: number): number[][] {
  const points = vectors.map(() => new Array<number>(count).fill(0));
  if (vectors.length === 0) return points;
  const middle = mean(vectors);
  const rows = vectors.map((vector) => {
    const row = Float32Array.from(vector);
    addScaled(row, middle, -1);
    return row;
  });
  const axes: Float32Array[] = [];
  for (let axis = 0; axis < count; axis++) {
    const direction = principalDirection(rows, axes);
    axes.push(direction);
    const along = rows.map((row) => dot(row, direction));
    const extent = Math.max(...along.map(Math.abs));
    if (extent < 1e-6) continue;
    along.forEach((value, i) => {
      points[i]![axis] = value / extent;
    });
  }
  return points;
}

/** Power iteration on the covariance, kept at right angles to the axes found before. */
function principalDirection(rows: readonly Float32Array[], axes: readonly Float32Array[]): Float32Array {
  const dims = rows[0]!.length;
  let direction: Float32Array = Float32Array.from({ length: dims }, (_, d) => Math.sin(d + 1 + axes.length));
  for (let i = 0; i < ITERATIONS; i++) {
    const next = new Float32Array(dims);
    for (const row of rows) addScaled(next, row, dot(row, direction));
    for (const axis of axes) addScaled(next, axis, -dot(next, axis));
    direction = normalise(next);
  }
  // An axis has no front: the largest component points forward.
  let largest = 0;
  for (let d = 1; d < dims; d++) if (Math.abs(direction[d]!) > Math.abs(direction[largest]!)) largest = d;
  if (direction[largest]! < 0) for (let d = 0; d < dims; d++) direction[d] = -direction[d]!;
  return direction;
}
