'use client';

import { citation, type QuotedPlace, quoteWithSource } from '../../lib/passage/citation.ts';
import { copying } from '../../lib/shell/copy-strings.ts';
import { copyText } from '../../lib/shell/copy-text.ts';
import { toast } from '../../lib/shell/toast.ts';
import { Icon } from '../ui/icon.tsx';

interface CopyQuoteProps {
  place: QuotedPlace;
  text: string;
  /** Where it stands, within this site. */
  href: string;
}

/** Copies a passage with its source and its address. */
export function CopyQuote({ place, text, href }: CopyQuoteProps) {
  const copy = async () => {
    const url = new URL(href, window.location.href).href;
    const copied = await copyText(quoteWithSource(text, citation(place), url));
    toast({ text: copied ? copying.copiedQuote : copying.notCopied });
  };
  return (
    <button type="button" onClick={copy} className="menu-row w-full">
      <Icon name="quote" />
      {copying.copyQuote}
    </button>
  );
}
