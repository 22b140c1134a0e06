'use client';

import { useEffect } from 'react';
import type { TextRange } from '../../lib/highlight.ts';
import { domRanges } from '../../lib/text-offsets.ts';

const NAME = 'hits';

/**
 * Marks the other hits of the section with the CSS Custom Highlight API, without touching the text. The passage that
 * the reader came for has `<mark>` elements from the server, so that nothing is lost where the API is missing.
 */
export function SectionMarks({ ranges }: { ranges: readonly TextRange[] }) {
  useEffect(() => {
    const root = document.querySelector('.reading');
    if (!root || !('highlights' in CSS)) return;
    const all = ranges.flatMap(({ start, end }) => domRanges(root, start, end));
    CSS.highlights.set(NAME, new Highlight(...all));
    return () => {
      CSS.highlights.delete(NAME);
    };
  }, [ranges]);
  return null;
}
