import type { Excerpt, TextRange } from '../../lib/passage/highlight.ts';
import { MarkedText } from './marked-text.tsx';

interface ExcerptTextProps {
  cut: Excerpt;
  /** Words to mark, places in the excerpt. */
  ranges?: readonly TextRange[];
  /** Sentences near to the query in meaning, places in the excerpt. */
  sentences?: readonly TextRange[];
}

/** Part of a text, with dots where something was left out. */
export function ExcerptText({ cut, ranges = cut.ranges, sentences = [] }: ExcerptTextProps) {
  return (
    <>
      {cut.cutBefore ? '…\u00a0' : null}
      <MarkedText text={cut.text} ranges={ranges} sentences={sentences} />
      {cut.cutAfter ? '\u00a0…' : null}
    </>
  );
}
