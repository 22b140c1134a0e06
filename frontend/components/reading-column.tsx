import type { Passage, SectionText } from '../lib/model.ts';
import { cutBlocks, readingRuns, withoutTitle } from '../lib/reading.ts';
import * as strings from '../lib/strings.ts';
import { TextBlocks } from './text-blocks.tsx';

interface ReadingColumnProps {
  section: SectionText;
  /** The passage that the reader came for. */
  passage: Passage | null;
  language: string;
}

/** A section as it stands in the book. Every passage is an anchor (`#p12`); the wanted one is set apart. */
export function ReadingColumn({ section, passage, language }: ReadingColumnProps) {
  const blocks = withoutTitle(section.blocks, section.section?.title);
  // The wanted passage is set apart as a whole, even where it is the middle of a long paragraph.
  const pieces = passage ? cutBlocks(blocks, [passage.start, passage.end]) : blocks;
  return (
    <div lang={language || undefined} className="prose flex flex-col gap-4 text-passage hyphens-auto">
      {readingRuns(pieces, section.passages).map((run) => {
        const id = run.passageId > 0 ? `p${run.passageId}` : undefined;
        const key = `${run.passageId}-${run.blocks[0]?.start ?? 'anchor'}`;
        if (passage && run.passageId === passage.id) {
          return (
            <section
              key={key}
              id={id}
              tabIndex={-1}
              aria-label={strings.passage.marked}
              className="passage-marked my-1"
            >
              <TextBlocks blocks={run.blocks} marks={passage.highlights} marksFrom={passage.start} />
            </section>
          );
        }
        return (
          <div key={key} id={id} className="scroll-mt-[30vh]">
            <TextBlocks blocks={run.blocks} />
          </div>
        );
      })}
    </div>
  );
}
