import { percent } from '../../lib/format.ts';
import type { Block, Book, PageStart, Passage } from '../../lib/model.ts';
import type { TextRange } from '../../lib/passage/highlight.ts';
import { readUrl } from '../../lib/reader/place-links.ts';
import { cutBlocks, readingRuns } from '../../lib/reader/reading.ts';
import { reader } from '../../lib/reader/reading-strings.ts';
import { PASSAGE_ID } from '../../lib/shell/ids.ts';
import { TextBlocks } from './text-blocks.tsx';

interface ReadingColumnProps {
  book: Book;
  section: number;
  blocks: readonly Block[];
  pages: readonly PageStart[];
  passages: readonly Passage[];
  /** The passage that the reader came for, and what it is called. */
  here?: { passage: Passage; label: string; marks: readonly TextRange[] } | undefined;
  query: string;
}

/** A section's text. Every passage has an address; the requested one is marked. */
export function ReadingColumn({ book, section, blocks, pages, passages, here, query }: ReadingColumnProps) {
  // The wanted passage is set apart as a whole, even where it is the middle of a long paragraph.
  const pieces = here ? cutBlocks(blocks, [here.passage.start, here.passage.end]) : blocks;
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  return (
    <div lang={book.language || undefined} dir="auto" className="reading prose">
      {readingRuns(pieces, passages).map((run) => {
        const passage = byId.get(run.passageId);
        const key = `${run.passageId}-${run.blocks[0]?.start ?? 'anchor'}`;
        const text = run.blocks.map((block) => block.text).join('\n');
        const link =
          passage && text !== '' ? (
            <a
              href={readUrl(book.id, section, { ...passage, text }, query)}
              aria-label={reader.hereLink(percent(passage.position))}
              className="here-link no-print"
            >
              ¶
            </a>
          ) : null;
        if (here && run.passageId === here.passage.id) {
          return (
            <section
              key={key}
              id={PASSAGE_ID}
              tabIndex={-1}
              aria-label={here.label}
              data-position={here.passage.position}
              className="passage-marked"
            >
              <TextBlocks blocks={run.blocks} marks={here.marks} pages={pages} />
            </section>
          );
        }
        return (
          <div key={key} data-position={passage?.position} className="passage-run">
            {link}
            <TextBlocks blocks={run.blocks} pages={pages} />
          </div>
        );
      })}
    </div>
  );
}
