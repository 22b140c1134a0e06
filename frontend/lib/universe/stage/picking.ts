/** Which themes are meant by a click, a rectangle or a lasso on the stage. Pure. */
import type { Place, Projected } from './geometry.ts';

/** Marks of a theme that has no place in the present view: filtered out, so it can't be picked. */
export type IsPickable = (index: number) => boolean;

/**
 * The theme at a place: of those whose disc, grown by `slop` pixels, holds it, the one whose edge is nearest;
 * where discs lie over each other, the one in front. -1 if there is none.
 */
export function themeAt(points: Projected, at: Place, slop: number, isPickable: IsPickable): number {
  let best = -1;
  let bestGap = Infinity;
  for (let i = 0; i < points.radius.length; i++) {
    const radius = points.radius[i] ?? 0;
    if (radius === 0) continue;
    const dx = (points.x[i] ?? 0) - at.x;
    const dy = (points.y[i] ?? 0) - at.y;
    const gap = Math.max(0, Math.hypot(dx, dy) - radius);
    if (gap > slop || gap > bestGap || !isPickable(i)) continue;
    if (gap === bestGap && (points.depth[i] ?? 0) >= (points.depth[best] ?? 0)) continue;
    best = i;
    bestGap = gap;
  }
  return best;
}

/** Themes whose middle lies within the rectangle between two corners, in any order. */
export function themesInRectangle(points: Projected, a: Place, b: Place, isPickable: IsPickable): number[] {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  return pick(points, isPickable, (x, y) => x >= left && x <= right && y >= top && y <= bottom);
}

/** Themes whose middle lies within a closed line (even-odd rule). */
export function themesInLasso(points: Projected, line: readonly Place[], isPickable: IsPickable): number[] {
  if (line.length < 3) return [];
  return pick(points, isPickable, (x, y) => {
    let inside = false;
    let before = line.at(-1) as Place;
    for (const corner of line) {
      if (corner.y > y !== before.y > y) {
        const crossing = before.x + ((y - before.y) / (corner.y - before.y)) * (corner.x - before.x);
        if (x < crossing) inside = !inside;
      }
      before = corner;
    }
    return inside;
  });
}

function pick(points: Projected, isPickable: IsPickable, holds: (x: number, y: number) => boolean): number[] {
  const found: number[] = [];
  for (let i = 0; i < points.radius.length; i++) {
    if ((points.radius[i] ?? 0) === 0 || !isPickable(i)) continue;
    if (holds(points.x[i] ?? 0, points.y[i] ?? 0)) found.push(i);
  }
  return found;
}
