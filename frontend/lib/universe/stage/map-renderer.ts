/** Draws the themes on a 2-D canvas: large ones first, so that small ones can be reached. */

import type { Shape } from '../universe.ts';
import { DIM, type MakeRenderer, type Palette, POINTED, SELECTED } from './renderer.ts';

/** Opacity of themes that are not meant. */
const DIM_ALPHA = 0.15;
const FULL_TURN = Math.PI * 2;

/** Adds the outline of a theme to the path. */
export function trace(path: CanvasPath, shape: Shape, x: number, y: number, r: number): void {
  if (shape === 'circle') {
    path.moveTo(x + r, y);
    path.arc(x, y, r, 0, FULL_TURN);
  } else if (shape === 'square') {
    path.rect(x - r * 0.86, y - r * 0.86, r * 1.72, r * 1.72);
  } else {
    const corners =
      shape === 'diamond' ? [0, -1.16, 1.16, 0, 0, 1.16, -1.16, 0] : [0, -1.24, 1.07, 0.62, -1.07, 0.62];
    path.moveTo(x + (corners[0] ?? 0) * r, y + (corners[1] ?? 0) * r);
    for (let i = 2; i < corners.length; i += 2) {
      path.lineTo(x + (corners[i] ?? 0) * r, y + (corners[i + 1] ?? 0) * r);
    }
    path.closePath();
  }
}

export const makeMapRenderer: MakeRenderer = (canvas, universe) => {
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return undefined;
  let palette: Palette = { paper: '#fff', ink: '#000', hues: new Map() };
  let ratio = 1;
  const { themes, cloud, domainOf } = universe;
  const order = Uint32Array.from(themes.keys()).sort(
    (a, b) => (cloud.weight[b] ?? 0) - (cloud.weight[a] ?? 0),
  );
  const domains = themes.map((theme) => domainOf.get(theme.domainId));

  return {
    isSoftware: false,
    resize({ width, height }, nowRatio) {
      ratio = nowRatio;
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    },
    setPalette(next) {
      palette = next;
    },
    draw(points, emphasis) {
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.fillStyle = palette.paper;
      context.fillRect(0, 0, canvas.width, canvas.height);
      const [width, height] = [canvas.width / ratio, canvas.height / ratio];
      for (const wanted of [DIM, 0, SELECTED | POINTED]) {
        context.globalAlpha = wanted === DIM ? DIM_ALPHA : 1;
        for (const i of order) {
          const marks = emphasis[i] ?? 0;
          const layer = marks & (SELECTED | POINTED) ? SELECTED | POINTED : marks & DIM;
          if (layer !== wanted) continue;
          const [x = 0, y = 0, r = 0] = [points.x[i], points.y[i], points.radius[i]];
          if (x < -r || y < -r || x > width + r || y > height + r) continue;
          const domain = domains[i];
          context.beginPath();
          trace(context, domain?.shape ?? 'circle', x, y, r);
          context.fillStyle = palette.hues.get(domain?.hue ?? 0) ?? palette.ink;
          context.fill();
          context.lineWidth = 1;
          context.strokeStyle = palette.paper;
          context.stroke();
          if (layer !== wanted || !(marks & (SELECTED | POINTED))) continue;
          context.beginPath();
          trace(context, domain?.shape ?? 'circle', x, y, r + 3);
          context.lineWidth = 2;
          context.strokeStyle = palette.ink;
          context.stroke();
        }
      }
      context.globalAlpha = 1;
    },
    dispose() {},
  };
};
