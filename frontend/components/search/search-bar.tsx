'use client';

import { useSearchParams } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';
import { parseSearch } from '../../lib/search/search-url.ts';
import { RESULTS_ID, SEARCH_INPUT_ID } from '../../lib/shell/ids.ts';
import * as strings from '../../lib/strings.ts';
import { MainNav } from '../shell/main-nav.tsx';
import { MenuButton } from '../shell/menu-button.tsx';
import { Wordmark } from '../shell/wordmark.tsx';
import { LiveSearchBox } from './live-search-box.tsx';

/**
 * The top bar of the search page. Before anything is searched it opens to the home page's head (`hero`). With the
 * first key the box goes to the top, and there it stays, emptied or not, until the reader comes home again: nothing
 * moves under their hands. It is the same element all the time, so the focus stays in it.
 */
export function SearchBar({ hero, help }: { hero?: ReactNode; help?: ReactNode }) {
  const { query } = parseSearch(new URLSearchParams(useSearchParams()));
  const [typed, setTyped] = useState(false);
  useEffect(() => {
    // A link led home; who empties the box has the focus in it.
    if (query === '' && document.activeElement?.id !== SEARCH_INPUT_ID) setTyped(false);
  }, [query]);
  useEffect(() => {
    const onBack = () => setTyped(false);
    window.addEventListener('popstate', onBack);
    return () => window.removeEventListener('popstate', onBack);
  }, []);
  const home = hero !== undefined && query === '';
  const open = home && !typed;
  return (
    <header className="bar" data-home={open}>
      {query === '' ? null : (
        <a href={`#${RESULTS_ID}`} className="skip-link">
          {strings.shell.skipToResults}
        </a>
      )}
      <div className="bar-grid">
        <Wordmark />
        {home ? <div className={open ? 'bar-hero' : 'sr-only'}>{hero}</div> : null}
        <div className="bar-search">
          <div className="box-and-help">
            <LiveSearchBox autoFocus={home} onTyping={() => setTyped(true)} />
            {help}
          </div>
        </div>
        <MainNav />
        <MenuButton />
      </div>
    </header>
  );
}
