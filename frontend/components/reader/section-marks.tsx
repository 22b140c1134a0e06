'use client';

import { useEffect } from 'react';
import type { TextRange } from '../../lib/passage/highlight.ts';
import { domRanges } from '../../lib/passage/text-offsets.ts';

interface SectionMarksProps {
  /** The query's words in the other hits of the section. */
  words: readonly TextRange[];
  /** The sentences nearest to the query in meaning. */
  nearest: readonly TextRange[];
}

/**
 * Marks with the CSS Custom Highlight API, without touching the text: words underlined, sentences tinted only. The
 * passage that the reader came for has `<mark>` elements from the server, so that it is marked where the API is
 * missing, and without script.
 */
export function SectionMarks({ words, nearest }: SectionMarksProps) {
  useEffect(() => {
    const root = document.querySelector('.reading');
    if (!root || !('highlights' in CSS)) return;
    const set = (name: string, ranges: readonly TextRange[]) =>
      CSS.highlights.set(
        name,
        new Highlight(...ranges.flatMap(({ start, end }) => domRanges(root, start, end))),
      );
    set('hits', words);
    set('nearest', nearest);
    return () => {
      CSS.highlights.delete('hits');
      CSS.highlights.delete('nearest');
    };
  }, [words, nearest]);
  return null;
}
