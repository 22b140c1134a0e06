/** Pointer and wheel on the stage: drag, pinch, wheel, click, rectangle and lasso. */

import type { UniverseStore } from '../universe-store.ts';
import type { Place } from './geometry.ts';
import { themesInLasso, themesInRectangle } from './picking.ts';
import type { Stage } from './stage.ts';

/** A pointer that moves less than this between down and up has clicked. */
const CLICK_PX = 5;
/** How far beside a theme a click may fall; a finger is less exact. */
const SLOP_PX = { mouse: 7, touch: 18 };
/** Zoom for each pixel of the wheel. */
const WHEEL = 0.0016;
/** Points of a lasso are at least this far apart. */
const LASSO_STEP_PX = 5;

export interface GestureParts<C> {
  host: HTMLElement;
  /** The line of the rectangle or lasso is drawn here. */
  outline: SVGPolygonElement;
  stage: Stage<C>;
  store: UniverseStore;
  /** A plain drag draws a lasso: for fingers, which have no Shift key. */
  isLasso: () => boolean;
  said: (n: number) => string;
}

type Drawing = { kind: 'rectangle' | 'lasso'; line: Place[]; add: boolean };

/** Starts listening; the answer ends it. */
export function listenToGestures<C>({
  host,
  outline,
  stage,
  store,
  isLasso,
  said,
}: GestureParts<C>): () => void {
  const pointers = new Map<number, Place>();
  let drawing: Drawing | undefined;
  let travelled = 0;
  const placeOf = (event: PointerEvent | WheelEvent): Place => {
    const box = host.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const show = (line: readonly Place[]) =>
    outline.setAttribute('points', line.map(({ x, y }) => `${x},${y}`).join(' '));
  const rectangle = (a: Place, b: Place) => [a, { x: b.x, y: a.y }, b, { x: a.x, y: b.y }];

  const down = (event: PointerEvent) => {
    if (event.target instanceof Element && event.target.closest('button')) return;
    host.setPointerCapture(event.pointerId);
    const at = placeOf(event);
    pointers.set(event.pointerId, at);
    travelled = 0;
    const add = event.ctrlKey || event.metaKey;
    if (pointers.size > 1) drawing = undefined;
    else if (event.shiftKey) drawing = { kind: 'rectangle', line: [at], add };
    else if (isLasso()) drawing = { kind: 'lasso', line: [at], add };
  };

  const move = (event: PointerEvent) => {
    const at = placeOf(event);
    const before = pointers.get(event.pointerId);
    if (!before) {
      const index = event.pointerType === 'mouse' ? stage.themeAt(at, SLOP_PX.mouse) : -1;
      const pointedAt = index < 0 ? undefined : index;
      if (store.state.pointedAt !== pointedAt) store.set({ pointedAt });
      host.style.cursor = index < 0 ? '' : 'pointer';
      return;
    }
    const [dx, dy] = [at.x - before.x, at.y - before.y];
    travelled += Math.hypot(dx, dy);
    pointers.set(event.pointerId, at);
    if (drawing?.kind === 'rectangle') {
      show(rectangle(drawing.line[0] ?? at, at));
    } else if (drawing) {
      const last = drawing.line.at(-1) ?? at;
      if (Math.hypot(at.x - last.x, at.y - last.y) >= LASSO_STEP_PX) drawing.line.push(at);
      show(drawing.line);
    } else if (pointers.size === 2) {
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1] ?? at;
      const gap = (p: Place) => Math.max(20, Math.hypot(p.x - other.x, p.y - other.y));
      stage.pan(dx / 2, dy / 2);
      stage.zoom(gap(at) / gap(before), { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 });
    } else if (event.buttons & 2) stage.pan(dx, dy);
    else stage.drag(dx, dy);
  };

  const up = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId)) return;
    const at = placeOf(event);
    const drawn = drawing;
    drawing = undefined;
    show([]);
    if (travelled < CLICK_PX) click(event, at);
    else if (drawn) {
      const isShown = (i: number) => store.isShown(i);
      const found =
        drawn.kind === 'rectangle'
          ? themesInRectangle(stage.points, drawn.line[0] ?? at, at, isShown)
          : themesInLasso(stage.points, drawn.line, isShown);
      const ids = found.map((i) => store.state.universe.themes[i]?.id ?? 0);
      store.select(ids, drawn.add, said);
    }
  };

  const click = (event: PointerEvent, at: Place) => {
    const index = stage.themeAt(at, event.pointerType === 'mouse' ? SLOP_PX.mouse : SLOP_PX.touch);
    const id = store.state.universe.themes[index]?.id;
    if (id === undefined) return;
    if (event.ctrlKey || event.metaKey) store.toggle(id, said);
    else store.select([id], false, said);
  };

  const cancel = (event: PointerEvent) => {
    pointers.delete(event.pointerId);
    drawing = undefined;
    show([]);
  };
  const wheel = (event: WheelEvent) => {
    event.preventDefault();
    stage.zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 16 : 1) * WHEEL), placeOf(event));
  };
  const leave = () => store.state.pointedAt !== undefined && store.set({ pointedAt: undefined });
  const menu = (event: Event) => event.preventDefault();

  host.addEventListener('pointerdown', down);
  host.addEventListener('pointermove', move);
  host.addEventListener('pointerup', up);
  host.addEventListener('pointercancel', cancel);
  host.addEventListener('pointerleave', leave);
  host.addEventListener('wheel', wheel, { passive: false });
  host.addEventListener('contextmenu', menu);
  return () => {
    host.removeEventListener('pointerdown', down);
    host.removeEventListener('pointermove', move);
    host.removeEventListener('pointerup', up);
    host.removeEventListener('pointercancel', cancel);
    host.removeEventListener('pointerleave', leave);
    host.removeEventListener('wheel', wheel);
    host.removeEventListener('contextmenu', menu);
  };
}
