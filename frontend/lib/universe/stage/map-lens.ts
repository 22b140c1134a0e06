/** Looking at the themes on the map: a middle and how much of the map is shown. Pure. */
import { type Cloud, clamp, type Lens, mix, readNumbers, type Size, writeNumbers } from './geometry.ts';

export interface MapCamera {
  /** Middle of the stage, in map units. */
  x: number;
  y: number;
  /** Map units across the shorter side of the stage. */
  span: number;
}

const MIN_SPAN = 0.06;
const MAX_SPAN = 8;
/** Radius in pixels of a theme on the whole map, and its growth with the square root of its books. */
const BASE_RADIUS_PX = 1.5;
const WEIGHT_RADIUS_PX = 0.85;
/** Themes grow slower than the map: neighbours come apart. */
const GROWTH = 0.55;
/** Span of a map that shows everything, about. */
const WHOLE_SPAN = 2.2;
/** The size at which a stage of this many pixels shows the radii above. */
const USUAL_SIDE_PX = 720;
const CLOSE_SPAN = 0.42;
const AIR = 1.12;

const pixels = (camera: MapCamera, size: Size) => Math.min(size.width, size.height) / camera.span;

function boxAround(cloud: Cloud, indices: readonly number[]) {
  const all = indices.length > 0 ? indices : Array.from({ length: cloud.count }, (_, i) => i);
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const i of all) {
    const x = cloud.map[i * 2] ?? 0;
    const y = cloud.map[i * 2 + 1] ?? 0;
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  return all.length === 0 ? { left: -1, right: 1, bottom: -1, top: 1 } : { left, right, bottom, top };
}

export const mapLens: Lens<MapCamera> = {
  project(cloud, camera, size, out) {
    const unit = pixels(camera, size);
    const side = Math.min(size.width, size.height);
    const grown = (WHOLE_SPAN / camera.span) ** GROWTH * Math.sqrt(side / USUAL_SIDE_PX);
    for (let i = 0; i < cloud.count; i++) {
      out.x[i] = size.width / 2 + ((cloud.map[i * 2] ?? 0) - camera.x) * unit;
      out.y[i] = size.height / 2 - ((cloud.map[i * 2 + 1] ?? 0) - camera.y) * unit;
      const radius = (BASE_RADIUS_PX + WEIGHT_RADIUS_PX * (cloud.weight[i] ?? 1)) * grown;
      out.radius[i] = clamp(radius, 1.5, 40);
      // Small ones lie on large ones, or they could not be reached.
      out.depth[i] = clamp(radius / 80, 0, 0.5);
    }
  },

  fit(cloud, indices, size) {
    const { left, right, bottom, top } = boxAround(cloud, indices);
    const side = Math.min(size.width, size.height);
    const span = Math.max(((right - left) * side) / size.width, ((top - bottom) * side) / size.height) * AIR;
    return {
      x: (left + right) / 2,
      y: (bottom + top) / 2,
      span: clamp(span, 3 * MIN_SPAN, MAX_SPAN),
    };
  },

  approach(cloud, index, from) {
    return {
      x: cloud.map[index * 2] ?? 0,
      y: cloud.map[index * 2 + 1] ?? 0,
      span: Math.min(from.span, CLOSE_SPAN),
    };
  },

  drag: (camera, dx, dy, size) => mapLens.pan(camera, dx, dy, size),

  pan(camera, dx, dy, size) {
    const unit = pixels(camera, size);
    return { ...camera, x: camera.x - dx / unit, y: camera.y + dy / unit };
  },

  zoom(camera, factor, at, size) {
    const span = clamp(camera.span / factor, MIN_SPAN, MAX_SPAN);
    const before = pixels(camera, size);
    const after = pixels({ ...camera, span }, size);
    const shift = 1 / before - 1 / after;
    return {
      x: camera.x + (at.x - size.width / 2) * shift,
      y: camera.y + (size.height / 2 - at.y) * shift,
      span,
    };
  },

  interpolate(from, to, t) {
    return {
      x: mix(from.x, to.x, t),
      y: mix(from.y, to.y, t),
      span: Math.exp(mix(Math.log(from.span), Math.log(to.span), t)),
    };
  },

  level: (camera, whole) => whole.span / camera.span,

  write: (c) => writeNumbers('m', [c.x, c.y, c.span]),

  read(text) {
    const numbers = readNumbers('m', text, 3);
    if (numbers === undefined) return undefined;
    const [x = 0, y = 0, span = 1] = numbers;
    return { x: clamp(x, -2, 2), y: clamp(y, -2, 2), span: clamp(span, MIN_SPAN, MAX_SPAN) };
  },
};
