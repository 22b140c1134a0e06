/** What is read of one XHTML file. */
import type { BlockType } from '../../book.ts';

export interface ContentBlock {
  type: BlockType;
  text: string;
  level: number;
  /** `epub:type`s of the elements around it, outermost first. */
  types: readonly string[];
  /** Words of it that are links to other places in the book. */
  linkedWords: number;
}

export interface Content {
  blocks: ContentBlock[];
  /** Element id → place of the first block that begins at or after it. */
  anchors: ReadonlyMap<string, number>;
}
