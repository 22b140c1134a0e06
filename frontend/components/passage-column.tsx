import type { PassageContext__Out as PassageContext } from '@libtrails/proto/types/library/v1/PassageContext';
import { PASSAGE_ID } from '../lib/ids.ts';
import type { Passage } from '../lib/model.ts';
import { withoutTitle } from '../lib/reading.ts';
import * as strings from '../lib/strings.ts';
import { PlainPassage } from './plain-passage.tsx';
import { TextBlocks } from './text-blocks.tsx';

interface PassageColumnProps {
  context: PassageContext;
  passage: Passage;
  language: string;
}

/** A passage among its neighbours, set apart from them, with its hits marked. */
export function PassageColumn({ context, passage, language }: PassageColumnProps) {
  // The title page before a first chapter is no part of the reading.
  const sameKind = (p: Passage) => p.section?.kind === passage.section?.kind;
  const blocks = withoutTitle(context.blocks, passage.section?.title);
  const here = (p: Passage) => p.section?.index === passage.section?.index;
  return (
    <div lang={language || undefined} className="prose text-passage hyphens-auto">
      {context.before.filter(sameKind).map((p) => (
        <PlainPassage key={p.id} passage={p} headed={!here(p)} />
      ))}
      <section
        id={PASSAGE_ID}
        tabIndex={-1}
        aria-label={strings.passage.marked}
        className="passage-marked my-5"
      >
        {blocks.length > 0 ? (
          <TextBlocks blocks={blocks} marks={passage.highlights} marksFrom={passage.start} />
        ) : (
          <PlainPassage passage={passage} headed={false} />
        )}
      </section>
      {context.after.filter(sameKind).map((p) => (
        <PlainPassage key={p.id} passage={p} headed={!here(p)} />
      ))}
    </div>
  );
}
