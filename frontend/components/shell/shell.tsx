import type { ReactNode } from 'react';
import { MAIN_ID } from '../../lib/shell/ids.ts';
import * as strings from '../../lib/strings.ts';
import { SearchBox } from '../search/search-box.tsx';
import { MainNav } from './main-nav.tsx';
import { MenuButton } from './menu-button.tsx';
import { Wordmark } from './wordmark.tsx';

/** What stands around every page. `bar` replaces the plain top bar. */
export function Shell({ bar, children }: { bar?: ReactNode; children: ReactNode }) {
  return (
    <>
      <a href={`#${MAIN_ID}`} className="skip-link">
        {strings.frame.skipToMain}
      </a>
      {bar ?? (
        <header className="bar">
          <div className="bar-grid">
            <Wordmark />
            <div className="bar-search">
              <SearchBox />
            </div>
            <MainNav />
            <MenuButton />
          </div>
        </header>
      )}
      <main id={MAIN_ID} tabIndex={-1} className="mx-auto w-full max-w-page px-4 py-6 md:px-6 md:py-8">
        {children}
      </main>
      <footer className="page-foot mx-auto max-w-page px-4 md:px-6">
        <p className="flex flex-wrap gap-x-4 border-t border-line pt-4 text-meta text-ink-3">
          {strings.frame.footer}
          <a href="/about" className="link">
            {strings.shell.about}
          </a>
        </p>
      </footer>
    </>
  );
}
