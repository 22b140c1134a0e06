/**
 * The one state behind the three views of the universe. Lives outside React, because a stage that moves sixty times
 * a second must not render components; components read it through `useUniverse`.
 */
import { type Selection, select, toggle } from './selection.ts';
import type { Universe } from './universe.ts';
import type { UniversePlace, View } from './universe-url.ts';

/** How well each theme fits what is sought: ids with 0..1, best first. */
export type Matches = ReadonlyMap<number, number>;

export interface UniverseState {
  universe: Universe;
  view: View;
  selection: Selection;
  /** What is sought; empty if nothing is. */
  query: string;
  /** Undefined while there is no answer to `query`. */
  matches: Matches | undefined;
  /** The search said that nothing is close. */
  nothingClose: boolean;
  /** Only these domains; none means all. */
  domains: ReadonlySet<number>;
  /** Address form of the camera of each view that has one. */
  cameras: { space: string; map: string };
  /** The theme under the pointer or the focus. */
  pointedAt: number | undefined;
  /** Said to those who listen; a new object says it again. */
  said: { text: string } | undefined;
  /** 3-D can't be shown here. */
  withoutSpace: boolean;
}

export class UniverseStore {
  #state: UniverseState;
  readonly #listeners = new Set<() => void>();
  /** Asks the stage to look at a theme, or at all of these; the list has no use for it. */
  onLookAt: (indices: readonly number[]) => void = () => {};

  constructor(universe: Universe, place: UniversePlace, view: View) {
    const cameraOf = (prefix: string) => (place.camera.startsWith(prefix) ? place.camera : '');
    this.#state = {
      universe,
      view,
      selection: place.selection.filter((id) => universe.indexOf.has(id)),
      query: place.query,
      matches: undefined,
      nothingClose: false,
      domains: new Set(place.domains.filter((id) => universe.domainOf.has(id))),
      cameras: { space: cameraOf('s'), map: cameraOf('m') },
      pointedAt: undefined,
      said: undefined,
      withoutSpace: false,
    };
  }

  get state(): UniverseState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(change: Partial<UniverseState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }

  select(ids: readonly number[], add: boolean, said?: (n: number) => string): void {
    const selection = select(this.#state.selection, ids, add);
    this.set({ selection, ...(said ? { said: { text: said(selection.length) } } : {}) });
  }

  toggle(id: number, said?: (n: number) => string): void {
    const selection = toggle(this.#state.selection, id);
    this.set({ selection, ...(said ? { said: { text: said(selection.length) } } : {}) });
  }

  toggleDomain(id: number): void {
    const domains = new Set(this.#state.domains);
    if (!domains.delete(id)) domains.add(id);
    this.set({ domains });
  }

  /** A theme that filters leave. */
  isShown(index: number): boolean {
    const { domains, universe } = this.#state;
    return domains.size === 0 || domains.has(universe.themes[index]?.domainId ?? 0);
  }

  /** Its place, for the address. */
  place(): UniversePlace {
    const { view, selection, query, domains, cameras } = this.#state;
    return {
      view,
      selection,
      query,
      domains: [...domains],
      camera: view === 'list' ? '' : cameras[view],
    };
  }
}
