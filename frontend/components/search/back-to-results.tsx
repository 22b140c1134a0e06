'use client';

import { useEffect, useState } from 'react';
import { lastResults, openAtPlace } from '../../lib/search/back-place.ts';
import { EMPTY_SEARCH, searchUrl } from '../../lib/search/search-url.ts';
import { Icon } from '../ui/icon.tsx';

interface BackToResultsProps {
  query: string;
  /** What it says. */
  label: string;
  /** The key that presses it. */
  keyName?: string;
}

/** Back to the results as the reader left them: filters, kind of answer, page and scroll. Without script to all of them. */
export function BackToResults({ query, label, keyName }: BackToResultsProps) {
  const [href, setHref] = useState(searchUrl({ ...EMPTY_SEARCH, query }));
  useEffect(() => {
    setHref(lastResults(query) ?? searchUrl({ ...EMPTY_SEARCH, query }));
  }, [query]);
  return (
    <a
      href={href}
      aria-keyshortcuts={keyName}
      onClick={() => openAtPlace(href)}
      className="link inline-flex min-h-8 items-center gap-1"
    >
      <Icon name="left" className="size-4" />
      {label}
    </a>
  );
}
