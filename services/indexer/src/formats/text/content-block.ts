/** What is read of one XHTML file. */
import type { BlockType, PageBreak } from '../../book.ts';

export interface ContentBlock {
  type: BlockType;
  text: string;
  level: number;
  /** `epub:type`s of the elements around it, outermost first. */
  types: readonly string[];
  /** Words of it that are links to other places in the book. */
  linkedWords: number;
  /** Printed pages that begin in it; absent if none does. */
  pages?: PageBreak[];
}

export interface Content {
  blocks: ContentBlock[];
  /** What the file calls itself; empty if nothing. */
  title: string;
  /** Tag that the file states; absent if it states none. */
  language?: string;
  /** Element id → place of the first block that begins at or after it. */
  anchors: ReadonlyMap<string, number>;
}
