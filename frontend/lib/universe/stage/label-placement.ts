/** Which names are on the stage, and where: by importance, without overlap, up to a limit. Pure. */
import type { Size } from './geometry.ts';

/** More names than this are a pile, whatever the zoom. */
export const MAX_LABELS = 40;
/** Names when everything is in view; each doubling of the zoom adds as many again. */
const FAR_LABELS = 16;
/** Pixels between a theme and its name, and between two names. */
const GAP = 4;
const APART = 1;
/** Names are targets: no side of one is shorter (WCAG 2.5.8). */
export const MIN_TARGET_PX = 24;

export interface LabelWish {
  /** Says which name it is, from one frame to the next. */
  key: string;
  /** Middle of what is named, in CSS pixels, and its radius; 0 sets the name upon the place itself. */
  x: number;
  y: number;
  radius: number;
  /** Of the name. */
  width: number;
  height: number;
}

export interface PlacedLabel {
  key: string;
  left: number;
  top: number;
  width: number;
  height: number;
}

/** A part of the stage, in CSS pixels. */
export type Box = Pick<PlacedLabel, 'left' | 'top' | 'width' | 'height'>;

/** How many names a zoom allows; `level` is 1 when everything fits, 2 at twice the size. */
export function labelBudget(level: number): number {
  return Math.min(MAX_LABELS, Math.max(8, Math.round(FAR_LABELS * Math.max(0.5, level))));
}

/** Right, left, below, above: the order in which positions for a name are tried. */
function offers({ x, y, radius, width, height }: LabelWish): [left: number, top: number][] {
  const middle: [number, number] = [x - width / 2, y - height / 2];
  if (radius === 0) return [middle];
  return [
    [x + radius + GAP, middle[1]],
    [x - radius - GAP - width, middle[1]],
    [middle[0], y + radius + GAP],
    [middle[0], y - radius - GAP - height],
  ];
}

/**
 * Gives room to as many wishes as `budget` allows, the first first. A name that would touch one before it, or leave
 * the stage, or lie under what is `taken`, tries its other sides and is left out if none is free.
 */
export function placeLabels(
  wishes: Iterable<LabelWish>,
  size: Size,
  budget: number,
  taken: readonly Box[] = [],
): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const wish of wishes) {
    if (placed.length >= budget) break;
    const { key, width, height } = wish;
    for (const [left, top] of offers(wish)) {
      const onStage = left >= 0 && top >= 0 && left + width <= size.width && top + height <= size.height;
      const isTaken = (other: Box) => touches(other, left, top, width, height);
      if (!onStage || placed.some(isTaken) || taken.some(isTaken)) continue;
      placed.push({ key, left, top, width, height });
      break;
    }
  }
  return placed;
}

function touches(other: Box, left: number, top: number, width: number, height: number): boolean {
  return (
    left < other.left + other.width + APART &&
    other.left < left + width + APART &&
    top < other.top + other.height + APART &&
    other.top < top + height + APART
  );
}
