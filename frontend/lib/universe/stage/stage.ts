/** The moving part of the universe: a canvas, the names over it, a camera, and the hands that steer it. */

import type { UniverseState, UniverseStore } from '../universe-store.ts';
import { easeInOut, emptyProjection, type Lens, type Place, type Projected, type Size } from './geometry.ts';
import { LabelLayer } from './label-layer.ts';
import type { Box } from './label-placement.ts';
import { themeAt } from './picking.ts';
import { DIM, type MakeRenderer, POINTED, readPalette, SELECTED, type UniverseRenderer } from './renderer.ts';

const FLIGHT_MS = 600;
/**
 * After this long at rest the names come back and the camera goes into the address. While it moves there are none: to
 * choose, set and paint forty of them again costs more than all the themes.
 */
const REST_MS = 200;
/** Found themes are drawn larger, the best most. */
const MATCH_GROWTH = 0.9;
/** More device pixels than these in a CSS pixel are not worth drawing. */
const MAX_RATIO = 2;

export interface StageParts<C> {
  host: HTMLElement;
  canvas: HTMLCanvasElement;
  labels: HTMLElement;
  /** What lies over the stage for good: names keep clear of it. */
  furniture: readonly HTMLElement[];
  store: UniverseStore;
  lens: Lens<C>;
  makeRenderer: MakeRenderer;
  /** Key of the camera in the state. */
  view: 'space' | 'map';
  /** The renderer can't be had, or has gone away. */
  onLost: () => void;
}

export class Stage<C> {
  readonly points: Projected;
  size: Size = { width: 1, height: 1 };
  readonly #parts: StageParts<C>;
  readonly #renderer: UniverseRenderer | undefined;
  readonly #labels: LabelLayer;
  readonly #emphasis: Uint8Array;
  /** Themes that a search has found, and how much larger they are drawn. */
  #grown: { index: number; factor: number }[] = [];
  /** The state has changed since marks and names were last made from it. */
  #stale = true;
  readonly #end: (() => void)[] = [];
  #camera: C;
  #whole: C;
  #taken: Box[] = [];
  #flight: { from: C; to: C; start: number } | undefined;
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #started = false;

  constructor(parts: StageParts<C>) {
    this.#parts = parts;
    const { store, lens, host, canvas, labels, view } = parts;
    const { universe, cameras } = store.state;
    this.points = emptyProjection(universe.cloud.count);
    this.#emphasis = new Uint8Array(universe.cloud.count);
    this.#labels = new LabelLayer(labels);
    this.#whole = lens.fit(universe.cloud, [], this.size, undefined);
    this.#camera = lens.read(cameras[view]) ?? this.#whole;
    this.#renderer = parts.makeRenderer(canvas, universe, parts.onLost);
    if (!this.#renderer) {
      parts.onLost();
      return;
    }
    this.#repaint();
    const sizes = new ResizeObserver(() => this.#resize());
    sizes.observe(host);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    const repaint = () => this.#repaint();
    scheme.addEventListener('change', repaint);
    const attributes = new MutationObserver(repaint);
    attributes.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    let before = store.state;
    const unsubscribe = store.subscribe(() => {
      const { state } = store;
      if (state.cameras === before.cameras) this.redraw(true);
      before = state;
    });
    store.onLookAt = (indices) => this.lookAt(indices);
    this.#end.push(
      () => sizes.disconnect(),
      () => scheme.removeEventListener('change', repaint),
      () => attributes.disconnect(),
      unsubscribe,
    );
  }

  /** Flies to one theme, or to where all of these are in view; to the whole if there are none. */
  lookAt(indices: readonly number[]): void {
    const { lens, store } = this.#parts;
    const { cloud } = store.state.universe;
    const [only] = indices;
    this.#fly(
      indices.length === 1 && only !== undefined
        ? lens.approach(cloud, only, this.#camera)
        : lens.fit(cloud, indices, this.size, this.#camera),
    );
  }

  /** Back to the view of a first visit. */
  reset(): void {
    const { lens, store } = this.#parts;
    this.#fly(lens.fit(store.state.universe.cloud, [], this.size, undefined));
  }

  drag(dx: number, dy: number): void {
    this.#move(this.#parts.lens.drag(this.#camera, dx, dy, this.size));
  }

  pan(dx: number, dy: number): void {
    this.#move(this.#parts.lens.pan(this.#camera, dx, dy, this.size));
  }

  zoom(factor: number, at: Place = { x: this.size.width / 2, y: this.size.height / 2 }): void {
    this.#move(this.#parts.lens.zoom(this.#camera, factor, at, this.size));
  }

  /** Place in the universe of the theme at a place of the stage; -1 if there is none. */
  themeAt(at: Place, slop: number): number {
    return themeAt(this.points, at, slop, (i) => this.#parts.store.isShown(i));
  }

  /** Draws with the next frame; `stale` also recomputes marks and names. */
  redraw(stale = false): void {
    this.#stale ||= stale;
    this.#frame ||= requestAnimationFrame((now) => this.#draw(now));
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    for (const end of this.#end) end();
    this.#renderer?.dispose();
  }

  #fly(to: C): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches || !this.#started) this.#move(to);
    else {
      this.#flight = { from: this.#camera, to, start: performance.now() };
      this.#hideLabels();
      this.redraw();
    }
  }

  #move(camera: C): void {
    this.#flight = undefined;
    this.#camera = camera;
    this.#hideLabels();
    this.redraw();
  }

  #resize(): void {
    const { host, lens, store, view } = this.#parts;
    this.size = { width: Math.max(1, host.clientWidth), height: Math.max(1, host.clientHeight) };
    const ratio = this.#renderer?.isSoftware ? 1 : Math.min(MAX_RATIO, devicePixelRatio);
    this.#renderer?.resize(this.size, ratio);
    this.#taken = this.#parts.furniture.map((piece) => ({
      left: piece.offsetLeft,
      top: piece.offsetTop,
      width: piece.offsetWidth,
      height: piece.offsetHeight,
    }));
    const { universe, cameras } = store.state;
    this.#whole = lens.fit(universe.cloud, [], this.size, undefined);
    if (!this.#started && lens.read(cameras[view]) === undefined) this.#camera = this.#whole;
    this.#started = true;
    this.#stale = true;
    // At once: a canvas that has a new size is black until it is drawn, and its frame is painted before the next.
    cancelAnimationFrame(this.#frame);
    this.#draw(performance.now());
  }

  #repaint(): void {
    const { host, store } = this.#parts;
    this.#renderer?.setPalette(readPalette(host, store.state.universe));
    this.redraw();
  }

  #draw(now: number): void {
    this.#frame = 0;
    const { lens, store } = this.#parts;
    if (this.#flight) {
      const { from, to, start } = this.#flight;
      const t = Math.min(1, (now - start) / FLIGHT_MS);
      this.#camera = lens.interpolate(from, to, easeInOut(t));
      if (t === 1) this.#flight = undefined;
      else this.redraw();
    }
    lens.project(store.state.universe.cloud, this.#camera, this.size, this.points);
    if (this.#stale) this.#emphasise(store.state);
    const { radius } = this.points;
    for (const { index, factor } of this.#grown) radius[index] = (radius[index] ?? 0) * factor;
    this.#renderer?.draw(this.points, this.#emphasis);
    if (this.#stale && !this.#moves()) this.#placeLabels();
    this.#stale = false;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#atRest(), REST_MS);
  }

  #emphasise({ universe, selection, matches, pointedAt }: UniverseState): void {
    const chosen = new Set(selection);
    const { store } = this.#parts;
    this.#grown = [];
    universe.themes.forEach(({ id }, i) => {
      const score = matches?.get(id);
      let marks = 0;
      if (!store.isShown(i)) marks = DIM;
      else if (matches && score === undefined && !chosen.has(id)) marks = DIM;
      if (chosen.has(id)) marks |= SELECTED;
      if (pointedAt === i) marks |= POINTED;
      this.#emphasis[i] = marks;
      if (score !== undefined) this.#grown.push({ index: i, factor: 1 + MATCH_GROWTH * score });
    });
  }

  #moves(): boolean {
    return this.#parts.labels.dataset.moving !== undefined;
  }

  #hideLabels(): void {
    if (this.#started) this.#parts.labels.dataset.moving = '';
  }

  #placeLabels(): void {
    const { lens, store } = this.#parts;
    const level = lens.level(this.#camera, this.#whole);
    const isShown = (i: number) => store.isShown(i);
    this.#labels.update(store.state, this.points, this.size, level, isShown, this.#taken);
  }

  #atRest(): void {
    const { labels, lens, store, view } = this.#parts;
    delete labels.dataset.moving;
    this.#placeLabels();
    const same = lens.write(this.#camera) === lens.write(this.#whole);
    const text = same ? '' : lens.write(this.#camera);
    const { cameras } = store.state;
    if (cameras[view] !== text) store.set({ cameras: { ...cameras, [view]: text } });
  }
}
