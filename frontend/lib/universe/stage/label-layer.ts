/** The names over the stage: real buttons in order of importance, so that Tab steps through what is to be seen. */

import type { UniverseState } from '../universe-store.ts';
import type { Projected, Size } from './geometry.ts';
import {
  type Box,
  type LabelWish,
  labelBudget,
  MIN_TARGET_PX,
  type PlacedLabel,
  placeLabels,
} from './label-placement.ts';

/** Below this zoom, names of domains replace those of their themes. */
const NEAR_LEVEL = 1.5;
const PADDING_PX = 6;
const MAX_WIDTH_PX = 220;
const FONT_PX = { theme: 13, domain: 14 };
/** Themes that are considered for a name, by importance. */
const CONSIDERED = 160;

/** Themes that always get a name before others: chosen, pointed at, or found. */
function importance(state: UniverseState, index: number, radius: number): number {
  const id = state.universe.themes[index]?.id ?? 0;
  if (state.pointedAt === index) return 4000;
  const score = state.matches?.get(id);
  if (score !== undefined) return 2000 + score * 100;
  if (state.selection.includes(id)) return 1000 + radius;
  return radius;
}

export class LabelLayer {
  readonly #host: HTMLElement;
  readonly #shown = new Map<string, { button: HTMLButtonElement; label: PlacedLabel }>();
  readonly #widths = new Map<string, number>();
  readonly #measure = document.createElement('canvas').getContext('2d');
  readonly #family: string;

  constructor(host: HTMLElement) {
    this.#host = host;
    this.#family = getComputedStyle(host).fontFamily;
  }

  /** Chooses the names again and places them; none overlaps what is `taken`. */
  update(
    state: UniverseState,
    points: Projected,
    size: Size,
    level: number,
    isShown: (i: number) => boolean,
    taken: readonly Box[],
  ) {
    const budget = labelBudget(level);
    const wishes = [...this.#wishes(state, points, size, level, isShown)];
    // What has the focus stays, or the reader would lose the place: first of all, or where it was.
    const focused = [...this.#shown].find(([, { button }]) => button === document.activeElement);
    if (!focused) return this.#show(placeLabels(wishes, size, budget, taken), state);
    const [key, { label }] = focused;
    const [stays = label] = placeLabels(
      wishes.filter((wish) => wish.key === key),
      size,
      1,
      taken,
    );
    const others = wishes.filter((wish) => wish.key !== key);
    this.#show([stays, ...placeLabels(others, size, budget - 1, [...taken, stays])], state);
  }

  *#wishes(
    state: UniverseState,
    points: Projected,
    size: Size,
    level: number,
    isShown: (i: number) => boolean,
  ): Generator<LabelWish> {
    const { universe, selection, matches } = state;
    const far = level < NEAR_LEVEL && matches === undefined;
    const chosen = new Set(selection.map((id) => universe.indexOf.get(id)));
    const candidates: { index: number; rank: number }[] = [];
    for (let i = 0; i < points.radius.length; i++) {
      const [x = 0, y = 0, radius = 0] = [points.x[i], points.y[i], points.radius[i]];
      if (radius === 0 || x < 0 || y < 0 || x > size.width || y > size.height || !isShown(i)) continue;
      if (matches && !matches.has(universe.themes[i]?.id ?? 0) && !chosen.has(i)) continue;
      if (far && !chosen.has(i) && state.pointedAt !== i) continue;
      candidates.push({ index: i, rank: importance(state, i, radius) });
    }
    candidates.sort((a, b) => b.rank - a.rank);
    for (const { index } of candidates.slice(0, CONSIDERED)) yield this.#themeWish(state, points, index);
    if (!far) return;
    for (const domain of universe.domains) {
      if (state.domains.size > 0 && !state.domains.has(domain.id)) continue;
      let [x, y, n] = [0, 0, 0];
      for (const i of domain.themes) {
        if ((points.radius[i] ?? 0) === 0) continue;
        x += points.x[i] ?? 0;
        y += points.y[i] ?? 0;
        n++;
      }
      if (n === 0) continue;
      const width = this.#width(domain.label, 'domain');
      yield { key: `d${domain.id}`, x: x / n, y: y / n, radius: 0, width, height: MIN_TARGET_PX };
    }
  }

  #themeWish(state: UniverseState, points: Projected, index: number): LabelWish {
    const theme = state.universe.themes[index];
    return {
      key: `t${theme?.id}`,
      x: points.x[index] ?? 0,
      y: points.y[index] ?? 0,
      radius: points.radius[index] ?? 0,
      width: this.#width(theme?.label ?? '', 'theme'),
      height: MIN_TARGET_PX,
    };
  }

  #width(text: string, kind: 'theme' | 'domain'): number {
    const key = kind + text;
    let width = this.#widths.get(key);
    if (width === undefined) {
      if (this.#measure)
        this.#measure.font = `${kind === 'domain' ? 600 : 400} ${FONT_PX[kind]}px ${this.#family}`;
      const words = Math.ceil(this.#measure?.measureText(text).width ?? text.length * 7);
      width = Math.max(MIN_TARGET_PX, Math.min(MAX_WIDTH_PX, words + PADDING_PX));
      this.#widths.set(key, width);
    }
    return width;
  }

  #show(placed: readonly PlacedLabel[], state: UniverseState): void {
    const { universe, selection } = state;
    const keep = new Set(placed.map(({ key }) => key));
    for (const [key, { button }] of this.#shown) {
      if (keep.has(key)) continue;
      button.remove();
      this.#shown.delete(key);
    }
    let before: Element | null = null;
    for (const label of placed) {
      const { key, left, top, width } = label;
      let button = this.#shown.get(key)?.button;
      if (!button) {
        button = document.createElement('button');
        button.type = 'button';
        const id = Number(key.slice(1));
        const isDomain = key.startsWith('d');
        button.className = isDomain ? 'universe-label universe-label-domain' : 'universe-label';
        button.dataset[isDomain ? 'domain' : 'theme'] = String(id);
        button.textContent = isDomain
          ? (universe.domainOf.get(id)?.label ?? '')
          : (universe.themes[universe.indexOf.get(id) ?? -1]?.label ?? '');
      }
      this.#shown.set(key, { button, label });
      button.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
      button.style.width = `${width}px`;
      if (button.dataset.theme) {
        button.setAttribute('aria-pressed', String(selection.includes(Number(button.dataset.theme))));
      }
      const wanted: Element | null =
        before === null ? this.#host.firstElementChild : before.nextElementSibling;
      // Moving a focused element would take its focus away.
      if (wanted !== button && button !== document.activeElement) this.#host.insertBefore(button, wanted);
      before = button;
    }
  }
}
