'use client';

import { useSearchParams } from 'next/navigation';
import type { ReactNode } from 'react';
import { RESULTS_ID } from '../lib/ids.ts';
import { parseSearch } from '../lib/search-url.ts';
import * as strings from '../lib/strings.ts';
import { LiveSearchBox } from './live-search-box.tsx';
import { MainNav } from './main-nav.tsx';
import { MenuButton } from './menu-button.tsx';
import { Wordmark } from './wordmark.tsx';

/**
 * The top bar of the search page. While nothing is searched it opens to the home page's head (`hero`); the box
 * stays the same element, so the focus stays in it.
 */
export function SearchBar({ hero }: { hero?: ReactNode }) {
  const { query } = parseSearch(new URLSearchParams(useSearchParams()));
  const home = hero !== undefined && query === '';
  return (
    <header className="bar" data-home={home}>
      {query === '' ? null : (
        <a href={`#${RESULTS_ID}`} className="skip-link">
          {strings.shell.skipToResults}
        </a>
      )}
      <div className="bar-grid">
        <Wordmark />
        {home ? <div className="bar-hero">{hero}</div> : null}
        <div className="bar-search">
          <LiveSearchBox autoFocus={home} />
        </div>
        <MainNav />
        <MenuButton />
      </div>
    </header>
  );
}
