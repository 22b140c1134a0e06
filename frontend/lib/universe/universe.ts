/** The themes of a library as the universe shows them, made from the service's answers. Pure. */
import type { UniversePoint } from '@libtrails/proto/http';
import { domainHue } from '../browse/hue.ts';
import type { Cloud } from './stage/geometry.ts';

/** A point of `GET /universe`; the place on the map is there if the library's grouping made one. */
export type UniverseAnswerPoint = Omit<UniversePoint, 'mapX' | 'mapY'> &
  Partial<Pick<UniversePoint, 'mapX' | 'mapY'>>;

export interface UniverseTheme {
  id: number;
  label: string;
  domainId: number;
  books: number;
}

/** Outlines that tell domains of one hue apart. */
export const SHAPES = ['circle', 'square', 'diamond', 'triangle'] as const;
export type Shape = (typeof SHAPES)[number];

export interface UniverseDomain {
  id: number;
  label: string;
  /** Degrees; see hue.ts. */
  hue: number;
  shape: Shape;
  /** Its themes, as places in `Universe.themes`, widest first. */
  themes: number[];
}

export interface Universe {
  themes: readonly UniverseTheme[];
  /** Largest first. */
  domains: readonly UniverseDomain[];
  cloud: Cloud;
  /** Place in `themes` of a theme's id. */
  indexOf: ReadonlyMap<number, number>;
  domainOf: ReadonlyMap<number, UniverseDomain>;
}

/** Puts the answers together; a domain without a name in `labels` is called by its widest theme. */
export function makeUniverse(
  points: readonly UniverseAnswerPoint[],
  labels: ReadonlyMap<number, string>,
): Universe {
  const count = points.length;
  const cloud: Cloud = {
    count,
    space: new Float32Array(count * 3),
    map: new Float32Array(count * 2),
    weight: new Float32Array(count),
  };
  const members = new Map<number, number[]>();
  points.forEach((point, i) => {
    cloud.space.set([point.x, point.y, point.z], i * 3);
    cloud.map.set([point.mapX ?? point.x, point.mapY ?? point.y], i * 2);
    cloud.weight[i] = Math.sqrt(Math.max(1, point.books));
    const own = members.get(point.domainId);
    if (own) own.push(i);
    else members.set(point.domainId, [i]);
  });
  const domains = makeDomains(points, members, labels);
  return {
    themes: points.map(({ themeId, label, domainId, books }) => ({ id: themeId, label, domainId, books })),
    domains,
    cloud,
    indexOf: new Map(points.map((point, i) => [point.themeId, i])),
    domainOf: new Map(domains.map((domain) => [domain.id, domain])),
  };
}

function makeDomains(
  points: readonly UniverseAnswerPoint[],
  members: ReadonlyMap<number, number[]>,
  labels: ReadonlyMap<number, string>,
): UniverseDomain[] {
  const ofHue = new Map<number, number>();
  const books = (i: number) => points[i]?.books ?? 0;
  const domains: UniverseDomain[] = [];
  for (const [id, themes] of [...members].sort(([a], [b]) => a - b)) {
    themes.sort((a, b) => books(b) - books(a) || a - b);
    const hue = domainHue(id);
    const before = ofHue.get(hue) ?? 0;
    ofHue.set(hue, before + 1);
    domains.push({
      id,
      label: labels.get(id) ?? points[themes[0] ?? 0]?.label ?? '',
      hue,
      shape: SHAPES[before % SHAPES.length] ?? 'circle',
      themes,
    });
  }
  return domains.sort((a, b) => b.themes.length - a.themes.length || a.id - b.id);
}
