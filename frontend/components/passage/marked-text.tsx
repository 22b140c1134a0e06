import { markedSegments, type TextRange } from '../../lib/passage/highlight.ts';

interface MarkedTextProps {
  text: string;
  /** Words of the query: tinted and underlined. */
  ranges: readonly TextRange[];
  /** Sentences near to it in meaning: tinted only. */
  sentences?: readonly TextRange[];
}

/** Text as text, with the given ranges marked. */
export function MarkedText({ text, ranges, sentences = [] }: MarkedTextProps) {
  return markedSegments(text, ranges, sentences).map(({ text: piece, start, marked, near }) => {
    if (marked) return <mark key={start}>{piece}</mark>;
    return near ? (
      <span key={start} className="near">
        {piece}
      </span>
    ) : (
      piece
    );
  });
}
