/** The address of a view of the universe: what is shown, selected, sought, filtered, and from where. Pure. */
import type { Selection } from './selection.ts';

export const VIEWS = ['space', 'map', 'list'] as const;
export type View = (typeof VIEWS)[number];

export interface UniversePlace {
  /** Undefined leaves the choice to the device. */
  view: View | undefined;
  selection: Selection;
  query: string;
  /** Only these domains; none means all. */
  domains: readonly number[];
  /** In the words of its lens; empty for the whole. */
  camera: string;
}

/** Longer selections would make addresses that servers refuse. */
export const MAX_SELECTED_IN_URL = 250;
const MAX_QUERY = 200;

export function parsePlace(params: URLSearchParams): UniversePlace {
  const view = params.get('view');
  return {
    view: VIEWS.find((v) => v === view),
    selection: ids(params.get('sel')),
    query: (params.get('q') ?? '').trim().slice(0, MAX_QUERY),
    domains: ids(params.get('domain')),
    camera: (params.get('cam') ?? '').slice(0, 80),
  };
}

/** Of the page with this place; what is as usual is left out. */
export function placeUrl(place: UniversePlace): string {
  const params: string[] = [];
  if (place.view !== undefined) params.push(`view=${place.view}`);
  if (place.selection.length > 0 && place.selection.length <= MAX_SELECTED_IN_URL) {
    params.push(`sel=${place.selection.join(',')}`);
  }
  if (place.query !== '') params.push(`q=${encodeURIComponent(place.query)}`);
  if (place.domains.length > 0) params.push(`domain=${place.domains.join(',')}`);
  if (place.camera !== '') params.push(`cam=${place.camera}`);
  return `/universe${params.length > 0 ? `?${params.join('&')}` : ''}`;
}

function ids(text: string | null): number[] {
  const numbers = (text ?? '').split(',').map(Number);
  return [...new Set(numbers.filter((n) => Number.isInteger(n) && n > 0))].slice(0, MAX_SELECTED_IN_URL);
}
