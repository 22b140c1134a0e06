'use client';

import { citation, type QuotedPlace, quoteWithSource } from '../lib/citation.ts';
import { copying } from '../lib/copy-strings.ts';
import { copyText } from '../lib/copy-text.ts';
import { toast } from '../lib/toast.ts';
import { Icon } from './icon.tsx';

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
