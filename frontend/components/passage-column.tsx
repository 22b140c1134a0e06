import type { PassageContext__Out as PassageContext } from '@libtrails/proto/types/library/v1/PassageContext';
import type { Passage } from '../lib/model.ts';
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
  return (
    <div lang={language || undefined} className="prose text-passage hyphens-auto">
      {context.before.map((p) => (
        <PlainPassage key={p.id} text={p.text} />
      ))}
      <section aria-label={strings.passage.marked} className="passage-marked my-5">
        {context.blocks.length > 0 ? (
          <TextBlocks blocks={context.blocks} marks={passage.highlights} marksFrom={passage.start} />
        ) : (
          <PlainPassage text={passage.text} />
        )}
      </section>
      {context.after.map((p) => (
        <PlainPassage key={p.id} text={p.text} />
      ))}
    </div>
  );
}
