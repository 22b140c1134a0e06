'use client';

import { type RefObject, useEffect } from 'react';
import { useUniverse } from '../../lib/universe/use-universe.ts';

const WIDTH = 112;
const HEIGHT = 84;

/** A small map of everything, with what is selected or found. Decoration: the stage and the panel say it in words. */
export function UniverseLocator({ canvas }: { canvas: RefObject<HTMLCanvasElement | null> }) {
  const { state } = useUniverse();
  const { universe, selection, matches, cameras, view } = state;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context) return;
    const { color, borderColor, outlineColor } = getComputedStyle(canvas.current);
    context.clearRect(0, 0, WIDTH * 2, HEIGHT * 2);
    const lit = new Set([...selection, ...(matches?.keys() ?? [])]);
    const { map } = universe.cloud;
    const spot = (x: number, y: number): [number, number] => [
      WIDTH + x * (WIDTH - 8) * 0.98,
      HEIGHT - y * (HEIGHT - 8) * 0.98,
    ];
    universe.themes.forEach(({ id }, i) => {
      const isLit = lit.has(id);
      context.fillStyle = isLit ? outlineColor : color;
      context.globalAlpha = isLit ? 1 : 0.4;
      const [x, y] = spot(map[i * 2] ?? 0, map[i * 2 + 1] ?? 0);
      const side = isLit ? 5 : 2;
      context.fillRect(x - side / 2, y - side / 2, side, side);
    });
    context.globalAlpha = 1;
    // On the map, the frame of what is seen.
    const [x, y, span] = cameras.map.slice(1).split('_').map(Number);
    if (view === 'map' && cameras.map !== '' && x !== undefined && y !== undefined && span !== undefined) {
      const [left, top] = spot(x - span * 0.7, y + span / 2);
      const [right, bottom] = spot(x + span * 0.7, y - span / 2);
      context.strokeStyle = borderColor;
      context.lineWidth = 2;
      context.strokeRect(left, top, right - left, bottom - top);
    }
  }, [canvas, universe, selection, matches, cameras, view]);
  return (
    <div aria-hidden="true">
      <canvas ref={canvas} width={WIDTH * 2} height={HEIGHT * 2} className="universe-locator" />
    </div>
  );
}
