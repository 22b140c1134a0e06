/** A section's blocks in runs by passage, so that each passage has an anchor and one can be set apart. Pure. */
import type { Block, Passage } from './model.ts';

export interface ReadingRun {
  /** The passage these blocks belong to; 0 for text that is in none (front matter, a heading left over). */
  passageId: number;
  blocks: Block[];
}

/**
 * Blocks in reading order, cut where the passage changes. A block belongs to the passage it begins in; a block
 * that ends in a later passage (one long paragraph, cut into several) gives that passage an empty run after it, so
 * that its anchor exists.
 */
export function readingRuns(
  blocks: readonly Block[],
  passages: readonly Pick<Passage, 'id' | 'start' | 'end'>[],
) {
  const sorted = passages.toSorted((a, b) => a.start - b.start);
  const runs: ReadingRun[] = [];
  const seen = new Set<number>();
  for (const block of blocks) {
    const end = block.start + block.text.length;
    const inside = sorted.filter((p) => p.start < end && p.end > block.start);
    const first = inside[0]?.id ?? 0;
    const last = runs.at(-1);
    if (last && last.passageId === first) last.blocks.push(block);
    else runs.push({ passageId: first, blocks: [block] });
    seen.add(first);
    for (const { id } of inside.slice(1)) {
      if (!seen.has(id)) runs.push({ passageId: id, blocks: [] });
      seen.add(id);
    }
  }
  return runs;
}
