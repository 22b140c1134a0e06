import type { Passage, SectionText } from '../lib/model.ts';
import { readingRuns } from '../lib/reading.ts';
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
  return (
    <div lang={language || undefined} className="prose flex flex-col gap-4 text-passage hyphens-auto">
      {readingRuns(withoutTitle(section), section.passages).map((run) => {
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

/** The page's h1 is the section's title; a first heading that says the same is not shown twice. */
function withoutTitle({ blocks, section }: SectionText) {
  const first = blocks[0];
  const same = first?.type === 'heading' && first.text.trim() === section?.title.trim();
  return same ? blocks.slice(1) : blocks;
}
