/** Looking at the themes in space: a camera that orbits a point. Pure. */
import { type Cloud, clamp, type Lens, mix, readNumbers, type Size, writeNumbers } from './geometry.ts';

export interface OrbitCamera {
  /** Radians around the vertical axis; 0 looks along -z. */
  yaw: number;
  /** Radians above the horizon. */
  pitch: number;
  /** From the eye to the target. */
  distance: number;
  /** What the camera looks at. */
  x: number;
  y: number;
  z: number;
}

/** Vertical field of view, as tan of its half: 40 degrees. */
const HALF_VIEW = Math.tan((20 * Math.PI) / 180);
/** Straight from above, left and right would change places. */
const MAX_PITCH = 1.45;
const MIN_DISTANCE = 0.12;
const MAX_DISTANCE = 14;
/** Nearer to the eye than this nothing is shown. */
const NEAR = 0.03;
/** Half a turn for a drag across the whole stage. */
const TURN = Math.PI;
/** Radius of a theme in space, and its growth with the square root of its books. */
const BASE_RADIUS = 0.005;
const WEIGHT_RADIUS = 0.003;
const MIN_RADIUS_PX = 1.6;
const MAX_RADIUS_PX = 46;
/** How near an approach comes. */
const CLOSE = 0.75;
/** Air around what is fitted, as a share of the stage's shorter side. */
const AIR = 0.05;
/** What is fitted stays on the stage while it is turned once around: seen from as many sides. */
const SIDES = 16;
/** Nearer to a few themes that lie together than this no fit goes. */
const LEAST_DISTANCE = 0.25;

/** The view that a visit begins with: from the side and a little above. */
const FIRST_YAW = 0.6;
const FIRST_PITCH = 0.32;

/** Pixels per unit at the distance 1: the whole view fits the shorter side of the stage. */
function focalLength(width: number, height: number): number {
  return Math.min(width, height) / 2 / HALF_VIEW;
}

/** Unit vectors to the right, up, and from the eye to the target. */
function axes({ yaw, pitch }: OrbitCamera) {
  const [sy, cy, sp, cp] = [Math.sin(yaw), Math.cos(yaw), Math.sin(pitch), Math.cos(pitch)];
  return {
    right: [cy, 0, -sy] as const,
    up: [-sy * sp, cp, -cy * sp] as const,
    ahead: [-sy * cp, -sp, -cy * cp] as const,
  };
}

function moved(camera: OrbitCamera, right: number, up: number): OrbitCamera {
  const axis = axes(camera);
  return {
    ...camera,
    x: camera.x + axis.right[0] * right + axis.up[0] * up,
    y: camera.y + axis.right[1] * right + axis.up[1] * up,
    z: camera.z + axis.right[2] * right + axis.up[2] * up,
  };
}

/** Middle of the box around these themes. */
function middleOf(cloud: Cloud, indices: readonly number[]): [number, number, number] {
  if (indices.length === 0) return [0, 0, 0];
  const middle = [0, 1, 2].map((axis) => {
    let [least, most] = [Infinity, -Infinity];
    for (const i of indices) {
      const value = cloud.space[i * 3 + axis] ?? 0;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    return (least + most) / 2;
  });
  return middle as [number, number, number];
}

/** The least distance from which a camera at any yaw has all these themes on the stage. */
function distanceFor(cloud: Cloud, indices: readonly number[], camera: OrbitCamera, size: Size): number {
  const air = AIR * Math.min(size.width, size.height);
  const focal = focalLength(size.width, size.height);
  const [across, along] = [(2 * focal) / (size.width - 2 * air), (2 * focal) / (size.height - 2 * air)];
  let distance = LEAST_DISTANCE;
  for (let side = 0; side < SIDES; side++) {
    const { right, up, ahead } = axes({ ...camera, yaw: camera.yaw + (2 * Math.PI * side) / SIDES });
    for (const i of indices) {
      const x = (cloud.space[i * 3] ?? 0) - camera.x;
      const y = (cloud.space[i * 3 + 1] ?? 0) - camera.y;
      const z = (cloud.space[i * 3 + 2] ?? 0) - camera.z;
      const aside = Math.abs(x * right[0] + z * right[2]) * across;
      const above = Math.abs(x * up[0] + y * up[1] + z * up[2]) * along;
      const away = x * ahead[0] + y * ahead[1] + z * ahead[2];
      distance = Math.max(distance, Math.max(aside, above) - away);
    }
  }
  return Math.min(distance, MAX_DISTANCE);
}

/** The difference of two angles on the shorter way round. */
function turn(from: number, to: number): number {
  return from + Math.atan2(Math.sin(to - from), Math.cos(to - from));
}

export const spaceLens: Lens<OrbitCamera> = {
  project(cloud, camera, size, out) {
    const { right, up, ahead } = axes(camera);
    const focal = focalLength(size.width, size.height);
    const { distance } = camera;
    const reach = distance + 2;
    for (let i = 0; i < cloud.count; i++) {
      const x = (cloud.space[i * 3] ?? 0) - camera.x;
      const y = (cloud.space[i * 3 + 1] ?? 0) - camera.y;
      const z = (cloud.space[i * 3 + 2] ?? 0) - camera.z;
      const away = x * ahead[0] + y * ahead[1] + z * ahead[2] + distance;
      if (away < NEAR) {
        out.radius[i] = 0;
        continue;
      }
      const scale = focal / away;
      out.x[i] = size.width / 2 + (x * right[0] + y * right[1] + z * right[2]) * scale;
      out.y[i] = size.height / 2 - (x * up[0] + y * up[1] + z * up[2]) * scale;
      const radius = (BASE_RADIUS + WEIGHT_RADIUS * (cloud.weight[i] ?? 1)) * scale;
      out.radius[i] = clamp(radius, MIN_RADIUS_PX, MAX_RADIUS_PX);
      out.depth[i] = clamp(away / reach, 0, 1);
    }
  },

  fit(cloud, indices, size, from) {
    const meant = indices.length > 0 ? indices : Array.from({ length: cloud.count }, (_, i) => i);
    const [x, y, z] = middleOf(cloud, meant);
    const camera = { yaw: from?.yaw ?? FIRST_YAW, pitch: from?.pitch ?? FIRST_PITCH, distance: 1, x, y, z };
    return { ...camera, distance: distanceFor(cloud, meant, camera, size) };
  },

  approach(cloud, index, from) {
    return {
      ...from,
      x: cloud.space[index * 3] ?? 0,
      y: cloud.space[index * 3 + 1] ?? 0,
      z: cloud.space[index * 3 + 2] ?? 0,
      distance: Math.min(from.distance, CLOSE),
    };
  },

  drag(camera, dx, dy, size) {
    const side = Math.min(size.width, size.height);
    return {
      ...camera,
      yaw: camera.yaw - (dx / side) * TURN,
      pitch: clamp(camera.pitch + (dy / side) * TURN, -MAX_PITCH, MAX_PITCH),
    };
  },

  pan(camera, dx, dy, size) {
    const unit = camera.distance / focalLength(size.width, size.height);
    return moved(camera, -dx * unit, dy * unit);
  },

  zoom(camera, factor, at, size) {
    const distance = clamp(camera.distance / factor, MIN_DISTANCE, MAX_DISTANCE);
    // What is under the pointer, in the plane of the target, stays under it.
    const unit = (camera.distance - distance) / focalLength(size.width, size.height);
    return {
      ...moved(camera, (at.x - size.width / 2) * unit, (size.height / 2 - at.y) * unit),
      distance,
    };
  },

  interpolate(from, to, t) {
    return {
      yaw: mix(from.yaw, turn(from.yaw, to.yaw), t),
      pitch: mix(from.pitch, to.pitch, t),
      distance: Math.exp(mix(Math.log(from.distance), Math.log(to.distance), t)),
      x: mix(from.x, to.x, t),
      y: mix(from.y, to.y, t),
      z: mix(from.z, to.z, t),
    };
  },

  level: (camera, whole) => whole.distance / camera.distance,

  write: (c) => writeNumbers('s', [turn(0, c.yaw), c.pitch, c.distance, c.x, c.y, c.z]),

  read(text) {
    const numbers = readNumbers('s', text, 6);
    if (numbers === undefined) return undefined;
    const [yaw = 0, pitch = 0, distance = 1, x = 0, y = 0, z = 0] = numbers;
    return {
      yaw,
      pitch: clamp(pitch, -MAX_PITCH, MAX_PITCH),
      distance: clamp(distance, MIN_DISTANCE, MAX_DISTANCE),
      x: clamp(x, -2, 2),
      y: clamp(y, -2, 2),
      z: clamp(z, -2, 2),
    };
  },
};
