/** A section's blocks in runs by passage, so that each passage has an anchor and one can be set apart. Pure. */
import type { Block, Passage } from '../model.ts';

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

/** The blocks with each one that spans an offset cut there: a long paragraph may hold several passages. */
export function cutBlocks(blocks: readonly Block[], offsets: readonly number[]): Block[] {
  return blocks.flatMap((block) => {
    const end = block.start + block.text.length;
    const inside = [...new Set(offsets)].filter((at) => at > block.start && at < end).sort((a, b) => a - b);
    const starts = [block.start, ...inside];
    return starts.map((start, i) => ({
      ...block,
      start,
      text: block.text.slice(start - block.start, (starts[i + 1] ?? end) - block.start),
    }));
  });
}

/** The blocks without a first heading that says what the page's own title says, or its end ("Act I: Scene II"). */
export function withoutTitle(blocks: readonly Block[], title: string | undefined): readonly Block[] {
  const first = blocks[0];
  const text = first?.text.trim() ?? '';
  return first?.type === 'heading' && text !== '' && title?.trim().endsWith(text) ? blocks.slice(1) : blocks;
}
