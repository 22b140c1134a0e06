/** What the views of the universe share: sizes, projected points, and how a camera looks at the themes. Pure. */

/** Of the stage, in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** Where each theme is on the stage; one entry a theme, in the order of the universe. */
export interface Projected {
  /** CSS pixels from the left and the top. */
  x: Float32Array;
  y: Float32Array;
  /** CSS pixels; 0 where the theme can't be seen. */
  radius: Float32Array;
  /** 0 next to the eye, 1 farthest away. */
  depth: Float32Array;
}

/** The themes as a lens sees them. */
export interface Cloud {
  count: number;
  /** x, y, z of each theme, -1..1. */
  space: Float32Array;
  /** x, y of each theme on the map, -1..1. */
  map: Float32Array;
  /** Square root of the number of books of each theme. */
  weight: Float32Array;
}

/** A point on the stage, in CSS pixels. */
export interface Place {
  x: number;
  y: number;
}

/**
 * A way of looking at the themes. Cameras are plain values: every move gives a new one, so that a flight is
 * `interpolate` and an address is `write`.
 */
export interface Lens<C> {
  /** Fills `out` with the places of all themes. */
  project(cloud: Cloud, camera: C, size: Size, out: Projected): void;
  /** The camera that shows these themes as large as the stage allows; all themes if there are none. */
  fit(cloud: Cloud, indices: readonly number[], size: Size, from: C | undefined): C;
  /** The camera that looks at one theme from nearby. */
  approach(cloud: Cloud, index: number, from: C): C;
  /** A drag of the pointer: turns the space, moves the map. */
  drag(camera: C, dx: number, dy: number, size: Size): C;
  /** Moves sideways. */
  pan(camera: C, dx: number, dy: number, size: Size): C;
  /** `factor` above 1 comes nearer; `at` stays where it is, if the lens can do that. */
  zoom(camera: C, factor: number, at: Place, size: Size): C;
  /** The camera at `t` of 0..1 on the way. */
  interpolate(from: C, to: C, t: number): C;
  /** How much nearer than the whole: 1 when everything fits, 2 at twice the size. */
  level(camera: C, whole: C): number;
  write(camera: C): string;
  /** Undefined if the text is no camera of this lens. */
  read(text: string): C | undefined;
}

export function emptyProjection(count: number): Projected {
  return {
    x: new Float32Array(count),
    y: new Float32Array(count),
    radius: new Float32Array(count),
    depth: new Float32Array(count),
  };
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

export function mix(from: number, to: number, t: number): number {
  return from + (to - from) * t;
}

/** Starts and ends at rest. */
export function easeInOut(t: number): number {
  return t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2;
}

const DIGITS = 3;

/** Numbers of a camera in an address: short, and without signs that addresses escape. */
export function writeNumbers(prefix: string, numbers: readonly number[]): string {
  return prefix + numbers.map((n) => String(Number(n.toFixed(DIGITS)))).join('_');
}

/** The numbers behind `prefix`; undefined unless there are exactly `count` finite ones. */
export function readNumbers(prefix: string, text: string, count: number): number[] | undefined {
  if (!text.startsWith(prefix)) return undefined;
  const parts = text.slice(prefix.length).split('_');
  const numbers = parts.map(Number);
  const sound = parts.length === count && parts.every((p) => p !== '') && numbers.every(Number.isFinite);
  return sound ? numbers : undefined;
}
