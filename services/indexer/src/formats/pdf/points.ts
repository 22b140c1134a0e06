/** The outline of a PDF as the table of contents of its blocks. */

import { plainText } from '../text/plain-text.ts';
import type { NavPoint } from '../text/sections.ts';
import type { PlacedBlock } from './blocks.ts';
import type { OutlineEntry } from './pdfium.ts';

/** Entries may point a little above or below their heading, in points. */
const TOLERANCE = 40;
const MAX_TITLE = 500;

/** @returns points, and the blocks they stand for by fragment */
export function pointsOfOutline(
  entries: readonly OutlineEntry[],
  blocks: readonly PlacedBlock[],
): { points: NavPoint[]; anchors: Map<string, number> } {
  const byPage = firstBlocks(blocks);
  const points: NavPoint[] = [];
  const anchors = new Map<string, number>();
  const open: NavPoint[] = [];
  for (const [i, entry] of entries.entries()) {
    const title = plainText(entry.title).slice(0, MAX_TITLE);
    const at = title === '' ? undefined : blockAt(entry, title, blocks, byPage);
    if (at === undefined) continue;
    const block = blocks[at]!;
    if (block.type === 'paragraph' && levelled(block.text) === levelled(title)) {
      Object.assign(block, { type: 'heading', level: Math.min(6, entry.depth + 2) });
    }
    open.length = Math.min(open.length, entry.depth);
    const point = {
      title,
      path: '',
      fragment: `page=${entry.page + 1}.${i}`,
      depth: open.length,
      parent: open.at(-1),
    };
    anchors.set(point.fragment, at);
    points.push(point);
    open.push(point);
  }
  return { points, anchors };
}

/** The block with the words of the entry near its page, else the first one below the place that it names. */
function blockAt(
  { page, top }: OutlineEntry,
  title: string,
  blocks: readonly PlacedBlock[],
  byPage: ReadonlyMap<number, number>,
): number | undefined {
  const first = byPage.get(page);
  if (first === undefined) {
    const later = blocks.findIndex((block) => block.page > page);
    return later === -1 ? undefined : later;
  }
  const words = levelled(title);
  let below: number | undefined;
  for (let i = first; i < blocks.length && blocks[i]!.page === page; i++) {
    const text = levelled(blocks[i]!.text.slice(0, 2 * MAX_TITLE));
    if (
      text !== '' &&
      (text === words || (blocks[i]!.type === 'heading' && (words.includes(text) || text.includes(words))))
    )
      return i;
    if (below === undefined && (top === undefined || blocks[i]!.middle <= top + TOLERANCE)) below = i;
  }
  return below ?? first;
}

function firstBlocks(blocks: readonly PlacedBlock[]): Map<number, number> {
  const first = new Map<number, number>();
  for (const [i, { page }] of blocks.entries()) if (!first.has(page)) first.set(page, i);
  return first;
}

const levelled = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
