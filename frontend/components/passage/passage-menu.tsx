import type { ReactNode } from 'react';
import { trailFromPassage } from '../../lib/links.ts';
import { excerpt } from '../../lib/passage/highlight.ts';
import { queryUrl } from '../../lib/search/query.ts';
import { result as words } from '../../lib/search/search-strings.ts';
import { Icon } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';

/** UTF-16 units of a passage that are searched for when others like it are sought: more says nothing more. */
const SIMILAR_BY = 300;

interface PassageMenuProps {
  id: number;
  /** Of its book. */
  title: string;
  text: string;
  /** Items that copy it, each an `<li>`. */
  children: ReactNode;
}

/** What else a passage is good for: passages like it, a trail from it, quoting it. */
export function PassageMenu({ id, title, text, children }: PassageMenuProps) {
  const panel = `more-${id}`;
  return (
    <>
      <button
        type="button"
        popoverTarget={panel}
        aria-label={`${words.more}: ${words.moreOf(title)}`}
        className="link inline-flex min-h-6 items-center"
      >
        {words.more}
      </button>
      <Popover id={panel} title={words.more} className="menu-panel">
        <ul className="mt-2">
          <li>
            <a href={`${queryUrl(excerpt(text, [], SIMILAR_BY).text)}&in=passages`} className="menu-row">
              <Icon name="search" />
              {words.similar}
            </a>
          </li>
          <li>
            <a href={trailFromPassage(id)} data-open="trail" className="menu-row">
              <Icon name="trail" />
              {words.trail}
            </a>
          </li>
          {children}
        </ul>
      </Popover>
    </>
  );
}
