import type { Passage } from '../lib/model.ts';
import { paragraphs, passageText } from '../lib/passage-text.ts';

/** A neighbouring passage: its paragraphs in the secondary ink, and its heading if `headed`. */
export function PlainPassage({ passage, headed }: { passage: Passage; headed: boolean }) {
  const { heading, text } = passageText(passage);
  return (
    <div className="my-4 flex flex-col gap-4 text-ink-2">
      {headed && heading ? <h2 className="mt-4 text-h3 leading-tight font-semibold">{heading}</h2> : null}
      {paragraphs(text).map((paragraph) => (
        <p key={paragraph.start}>{paragraph.text}</p>
      ))}
    </div>
  );
}
