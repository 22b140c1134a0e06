import type { Block } from '../../lib/model.ts';
import { shiftRanges, type TextRange } from '../../lib/passage/highlight.ts';
import { MarkedText } from '../passage/marked-text.tsx';

interface TextBlocksProps {
  blocks: readonly Block[];
  /** Ranges to mark, as offsets of the section's text. */
  marks?: readonly TextRange[];
}

/**
 * Typed blocks of a section as text; nothing of the book's own markup reaches the page. `data-start` is the offset
 * of a block's first character (see lib/passage/text-offsets.ts).
 */
export function TextBlocks({ blocks, marks = [] }: TextBlocksProps) {
  const first = blocks.find((block) => block.type === 'heading');
  return blocks.map((block) => {
    const ranges = shiftRanges(marks, block.start, block.text.length);
    return <TextBlock key={block.start} block={block} ranges={ranges} isFirstHeading={block === first} />;
  });
}

interface TextBlockProps {
  block: Block;
  ranges: readonly TextRange[];
  isFirstHeading: boolean;
}

function TextBlock({ block, ranges, isFirstHeading }: TextBlockProps) {
  const text = <MarkedText text={block.text} ranges={ranges} />;
  const place = { 'data-start': block.start };
  switch (block.type) {
    case 'heading':
      // The page's own h1 names the section; headings of the text come below it, and none leaves a level out.
      return block.level <= 2 || isFirstHeading ? (
        <h2 {...place} className={block.level <= 2 ? 'block-h2' : 'block-h3'}>
          {text}
        </h2>
      ) : (
        <h3 {...place} className="block-h3">
          {text}
        </h3>
      );
    case 'verse':
      return (
        <p {...place} className="block-verse">
          {text}
        </p>
      );
    case 'quote':
      return (
        <blockquote {...place} className="block-quote">
          {text}
        </blockquote>
      );
    case 'item':
      return (
        <p {...place} className="block-item">
          {text}
        </p>
      );
    case 'note':
      return (
        <p {...place} className="block-note">
          {text}
        </p>
      );
    case 'caption':
      return (
        <p {...place} className="block-caption">
          {text}
        </p>
      );
    default:
      return <p {...place}>{text}</p>;
  }
}
