import type { ReactNode } from 'react';
import type { Shown } from '../../lib/search/use-search-answer.ts';
import { Shell } from '../shell/shell.tsx';
import { SearchBar } from './search-bar.tsx';
import { SearchResults } from './search-results.tsx';

interface SearchPageProps {
  initial?: Shown | undefined;
  empty?: boolean;
  /** Shown where nothing was found: why that may change. */
  note?: ReactNode;
  /** Head and body of the home page. */
  hero?: ReactNode;
  home?: ReactNode;
  /** Help beside the box: what can be typed. */
  help?: ReactNode;
}

/** Home and results are one screen: typing turns the one into the other. */
export function SearchPage({ initial, empty = false, note, hero, home, help }: SearchPageProps) {
  return (
    <Shell bar={<SearchBar hero={hero} help={help} />}>
      {/* As high as the screen, so that the foot of the page does not come and go with what stands above it. */}
      <div className="min-h-svh">
        <SearchResults {...(initial ? { initial } : {})} empty={empty} note={note} home={home} />
      </div>
    </Shell>
  );
}
