import { Fragment } from 'react';
import type { Block, PageStart } from '../../lib/model.ts';
import { shiftRanges, type TextRange } from '../../lib/passage/highlight.ts';
import { reader } from '../../lib/reader/reading-strings.ts';
import { MarkedText } from '../passage/marked-text.tsx';

interface TextBlocksProps {
  blocks: readonly Block[];
  /** Ranges to mark, as offsets of the section's text. */
  marks?: readonly TextRange[];
  /** Printed pages by the offsets where they begin. */
  pages?: readonly PageStart[];
}

/**
 * Typed blocks of a section as text; nothing of the book's own markup reaches the page. `data-start` is the offset
 * of a block's first character (see lib/passage/text-offsets.ts).
 */
export function TextBlocks({ blocks, marks = [], pages = [] }: TextBlocksProps) {
  const first = blocks.find((block) => block.type === 'heading');
  return blocks.map((block) => {
    const ranges = shiftRanges(marks, block.start, block.text.length);
    const begun = pages.filter(({ at }) => at >= block.start && at < block.start + block.text.length);
    return (
      <TextBlock
        key={block.start}
        block={block}
        ranges={ranges}
        pages={begun}
        isFirstHeading={block === first}
      />
    );
  });
}

interface TextBlockProps {
  block: Block;
  ranges: readonly TextRange[];
  pages: readonly PageStart[];
  isFirstHeading: boolean;
}

function TextBlock({ block, ranges, pages, isFirstHeading }: TextBlockProps) {
  const text = <PagedText text={block.text} ranges={ranges} pages={pages} start={block.start} />;
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

/** Text with a mark where each printed page begins: an element without text, so that offsets stay those of the text. */
function PagedText({
  text,
  ranges,
  pages,
  start,
}: Pick<TextBlockProps, 'ranges' | 'pages'> & { text: string; start: number }) {
  if (pages.length === 0) return <MarkedText text={text} ranges={ranges} />;
  const cuts = [0, ...pages.map(({ at }) => at - start), text.length];
  return cuts.slice(0, -1).map((from, i) => {
    const piece = text.slice(from, cuts[i + 1]);
    const label = pages[i - 1]?.label ?? '';
    return (
      <Fragment key={`${from}-${label}`}>
        {label === '' ? null : <span title={reader.page(label)} data-page={label} className="page-mark" />}
        <MarkedText text={piece} ranges={shiftRanges(ranges, from, piece.length)} />
      </Fragment>
    );
  });
}
