'use client';

import { quoteWithSource } from '../../lib/passage/citation.ts';
import { selectedRange } from '../../lib/passage/text-offsets.ts';
import { readUrl } from '../../lib/reader/place-links.ts';
import { copying } from '../../lib/shell/copy-strings.ts';
import { copyText } from '../../lib/shell/copy-text.ts';
import { toast } from '../../lib/shell/toast.ts';
import { Icon } from '../ui/icon.tsx';

interface CopyPassageProps {
  bookId: number;
  section: number;
  start: number;
  end: number;
  text: string;
  /** Author, title, chapter. */
  source: string;
}

/** Copies what the reader has selected, else the passage: with its source, or only its address. */
export function CopyPassage({ bookId, section, start, end, text, source }: CopyPassageProps) {
  const copy = async (what: 'quote' | 'link') => {
    const column = document.querySelector('.reading');
    const place = (column && selectedRange(column)) ?? { start, end, text };
    const url = new URL(readUrl(bookId, section, place), window.location.href).href;
    const copied = await copyText(what === 'quote' ? quoteWithSource(place.text, source, url) : url);
    const done = what === 'quote' ? copying.copiedQuote : copying.copiedLink;
    toast({ text: copied ? done : copying.notCopied });
  };
  return (
    <div className="no-print flex flex-wrap gap-2">
      <button
        type="button"
        onClick={() => copy('quote')}
        aria-keyshortcuts="c"
        title={`${copying.copyQuote} (c)`}
        className="button"
      >
        <Icon name="quote" className="size-4" />
        {copying.copyQuote}
      </button>
      <button type="button" onClick={() => copy('link')} className="button">
        <Icon name="link" className="size-4" />
        {copying.copyLink}
      </button>
    </div>
  );
}
