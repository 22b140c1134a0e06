import { segments, type TextRange } from '../lib/highlight.ts';

/** Text as text, with the given ranges marked. */
export function MarkedText({ text, ranges }: { text: string; ranges: readonly TextRange[] }) {
  return segments(text, ranges).map((segment) =>
    segment.marked ? <mark key={segment.start}>{segment.text}</mark> : segment.text,
  );
}
