/** What draws the themes: WebGL 2 for space, Canvas 2-D for the map. Both draw what the lens has projected. */

import type { Universe } from '../universe.ts';
import type { Projected, Size } from './geometry.ts';

/** Bits of a theme's emphasis. */
export const DIM = 1;
export const SELECTED = 2;
export const POINTED = 4;

export interface Palette {
  paper: string;
  ink: string;
  /** A colour for each hue of a domain. */
  hues: ReadonlyMap<number, string>;
}

export interface UniverseRenderer {
  /** Without a graphics card every pixel costs time of the processor: no more are drawn than must be. */
  readonly isSoftware: boolean;
  /** Size in CSS pixels; `ratio` is the number of device pixels in one. */
  resize(size: Size, ratio: number): void;
  /** Before the first drawing, and whenever the page turns light or dark. */
  setPalette(palette: Palette): void;
  draw(points: Projected, emphasis: Uint8Array): void;
  dispose(): void;
}

/** `onLost` is called when what draws has gone away for good. Undefined if this machine can't draw so. */
export type MakeRenderer = (
  canvas: HTMLCanvasElement,
  universe: Universe,
  onLost: () => void,
) => UniverseRenderer | undefined;

/** The page's own colours, resolved by the browser, so that they are written down in the style sheet only. */
export function readPalette(host: HTMLElement, universe: Universe): Palette {
  const probe = document.createElement('i');
  host.append(probe);
  const resolved = (className: string, style: string, property: 'color' | 'backgroundColor') => {
    probe.className = className;
    probe.style.cssText = style;
    return getComputedStyle(probe)[property];
  };
  const hues = new Map<number, string>();
  for (const { hue } of universe.domains) {
    hues.set(hue, resolved('hue-solid', `--hue:${hue}`, 'backgroundColor'));
  }
  const paper = resolved('', 'background:var(--color-paper)', 'backgroundColor');
  const ink = resolved('', 'color:var(--color-ink)', 'color');
  probe.remove();
  return { paper, ink, hues };
}

/** Bytes red, green, blue of any CSS colour. */
export function toBytes(colour: string): [number, number, number] {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return [128, 128, 128];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = context.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
}
