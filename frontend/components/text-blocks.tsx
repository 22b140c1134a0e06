import { shiftRanges, type TextRange } from '../lib/highlight.ts';
import type { Block } from '../lib/model.ts';
import { MarkedText } from './marked-text.tsx';

interface TextBlocksProps {
  blocks: readonly Block[];
  /** Ranges to mark, counted from `marksFrom`. */
  marks?: readonly TextRange[];
  /** Offset in the section's text from which the marks count. */
  marksFrom?: number;
}

/** Typed blocks of a section as text; nothing of the book's own markup reaches the page. */
export function TextBlocks({ blocks, marks = [], marksFrom = 0 }: TextBlocksProps) {
  return (
    <div className="flex flex-col gap-4">
      {blocks.map((block) => {
        const ranges = shiftRanges(marks, block.start - marksFrom, block.text.length);
        return <TextBlock key={block.start} block={block} ranges={ranges} />;
      })}
    </div>
  );
}

function TextBlock({ block, ranges }: { block: Block; ranges: readonly TextRange[] }) {
  const text = <MarkedText text={block.text} ranges={ranges} />;
  switch (block.type) {
    case 'heading':
      // The page's own h1 names the section; headings of the text come below it.
      return block.level <= 2 ? (
        <h2 className="mt-4 text-h2 leading-tight font-semibold first:mt-0">{text}</h2>
      ) : (
        <h3 className="mt-3 text-h3 leading-tight font-semibold first:mt-0">{text}</h3>
      );
    case 'verse':
      return <p className="ps-6 text-start whitespace-pre-line hyphens-none">{text}</p>;
    case 'quote':
      return <blockquote className="border-s border-line ps-5 text-ink-2">{text}</blockquote>;
    case 'item':
      return <p className="relative ps-5 before:absolute before:start-1 before:content-['–']">{text}</p>;
    case 'note':
      return <p className="text-ui text-ink-2">{text}</p>;
    case 'caption':
      return <p className="border-y border-line py-2 text-center text-ui text-ink-2">{text}</p>;
    default:
      return <p className="whitespace-pre-line">{text}</p>;
  }
}
