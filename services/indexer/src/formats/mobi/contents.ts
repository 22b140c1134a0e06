/** The table of contents (NCX) → points, each with its place in bytes. */

import { plainText } from '../text/plain-text.ts';
import type { NavPoint } from '../text/sections.ts';
import type { IndexTable } from './index-table.ts';
import type { Kf8Place } from './kf8.ts';
import { MOBI_LIMITS } from './limits.ts';
import type { Anchor } from './markup.ts';

const TAG_OFFSET = 1;
const TAG_LABEL = 3;
/** In KF8: number of a fragment, and bytes from its beginning. */
const TAG_PLACE = 6;
const TAG_PARENT = 21;

export interface Contents {
  /** In the order of their places. */
  points: NavPoint[];
  /** Number of a file → the places in it, in order. */
  anchors: ReadonlyMap<number, Anchor[]>;
}

/**
 * @param fragments of a KF8 book, where each begins; undefined for an older one, which is one file
 * @param pathOf path of a file by its number
 */
export function readContents(
  { entries, label }: IndexTable,
  fragments: readonly Kf8Place[] | undefined,
  pathOf: (file: number) => string,
): Contents {
  const placed: { point: NavPoint; place: Kf8Place }[] = [];
  const byEntry: (NavPoint | undefined)[] = [];
  for (const [i, { tags }] of entries.entries()) {
    const place = placeOf(tags, fragments);
    const title = plainText(label(tags.get(TAG_LABEL)?.[0] ?? Number.POSITIVE_INFINITY));
    const above = tags.get(TAG_PARENT)?.[0];
    // Parents come first, so that none can be below itself.
    const parent = above !== undefined && above < i ? byEntry[above] : undefined;
    const isTooDeep = (parent?.depth ?? 0) >= MOBI_LIMITS.contentsDepth;
    if (place === undefined || title === '' || isTooDeep) {
      byEntry.push(undefined);
      continue;
    }
    const point = {
      title,
      path: pathOf(place.file),
      fragment: `place-${i}`,
      depth: parent === undefined ? 0 : parent.depth + 1,
      parent,
    };
    byEntry.push(point);
    placed.push({ point, place });
  }
  placed.sort(
    (a, b) => a.place.file - b.place.file || a.place.at - b.place.at || a.point.depth - b.point.depth,
  );
  const anchors = new Map<number, Anchor[]>();
  for (const { point, place } of placed) {
    const ofFile = anchors.get(place.file) ?? [];
    ofFile.push({ at: place.at, id: point.fragment });
    anchors.set(place.file, ofFile);
  }
  return { points: placed.map(({ point }) => point), anchors };
}

function placeOf(
  tags: ReadonlyMap<number, readonly number[]>,
  fragments: readonly Kf8Place[] | undefined,
): Kf8Place | undefined {
  if (fragments === undefined) {
    const at = tags.get(TAG_OFFSET)?.[0];
    return at === undefined ? undefined : { file: 0, at };
  }
  const [number, offset = 0] = tags.get(TAG_PLACE) ?? [];
  const fragment = number === undefined ? undefined : fragments[number];
  return fragment === undefined ? undefined : { file: fragment.file, at: fragment.at + offset };
}
