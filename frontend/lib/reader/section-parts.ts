/**
 * A long section in parts that a phone can hold: an essay or an act may have 60,000 words in one spine item. Pure.
 */

import type { Block } from '../model.ts';
import type { TextRange } from '../passage/highlight.ts';

/** UTF-16 units of text on one page: about 25 printed pages. */
export const PART_LENGTH = 60_000;

/** Ranges of a section's parts, in order, cut before blocks; a heading begins a part rather than ends one. */
export function sectionParts(blocks: readonly Block[], length = PART_LENGTH): TextRange[] {
  const last = blocks.at(-1);
  const total = last ? last.start + last.text.length : 0;
  const count = Math.max(1, Math.ceil(total / length));
  // Parts of equal size read better than full ones and a stump.
  const target = total / count;
  const parts: TextRange[] = [];
  let start = 0;
  for (const [i, block] of blocks.entries()) {
    if (parts.length === count - 1 || block.start - start < target) continue;
    const cut = blocks[i - 1]?.type === 'heading' ? (blocks[i - 1]?.start ?? block.start) : block.start;
    if (cut <= start) continue;
    parts.push({ start, end: cut });
    start = cut;
  }
  parts.push({ start, end: total });
  return parts;
}

/** 0-based number of the part that holds an offset; the last one if it lies behind the end. */
export function partAt(parts: readonly TextRange[], offset: number): number {
  const found = parts.findIndex((part) => offset < part.end);
  return found < 0 ? Math.max(0, parts.length - 1) : found;
}

/** The blocks that begin in a part. */
export function blocksOfPart(blocks: readonly Block[], part: TextRange): Block[] {
  return blocks.filter((block) => block.start >= part.start && (block.start < part.end || part.end === 0));
}
