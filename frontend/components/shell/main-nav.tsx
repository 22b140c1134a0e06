'use client';

import { usePathname } from 'next/navigation';
import { BROWSE_ID, MENU_ID } from '../../lib/shell/ids.ts';
import * as strings from '../../lib/strings.ts';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Popover } from '../ui/popover.tsx';

interface Place {
  href: string;
  label: string;
  icon: IconName;
  /** Pages that have no link of their own and are reached through this one. */
  leadsTo?: string;
}

/** Ways to walk the library without a query. */
const BROWSE: readonly Place[] = [
  { href: '/books', label: strings.shell.books, icon: 'books' },
  { href: '/themes', label: strings.shell.themes, icon: 'themes', leadsTo: '/topics' },
  { href: '/domains', label: strings.shell.domains, icon: 'domains' },
];
/** Places of their own, on a phone as well. */
const PLACES: readonly Place[] = [
  { href: '/universe', label: strings.shell.universe, icon: 'universe' },
  { href: '/trail', label: strings.shell.trails, icon: 'trail' },
];

function isAt(path: string, { href, leadsTo = href }: Pick<Place, 'href' | 'leadsTo'>): boolean {
  return [href, leadsTo].some((place) => path === place || path.startsWith(`${place}/`));
}

/** Links to the parts of the library: in the top bar, on a phone at the bottom of the screen. */
export function MainNav() {
  const path = usePathname();
  const here = (place: Pick<Place, 'href' | 'leadsTo'>) => (isAt(path, place) ? 'page' : undefined);
  return (
    <nav aria-label={strings.shell.navigation} className="main-nav">
      <a
        href="/"
        aria-current={path === '/' || path === '/search' ? 'page' : undefined}
        className="lg:hidden!"
      >
        <Icon name="search" />
        {strings.shell.search}
      </a>
      {BROWSE.map((place) => (
        <a key={place.href} href={place.href} aria-current={here(place)} className="max-lg:hidden!">
          {place.label}
        </a>
      ))}
      <button
        type="button"
        popoverTarget={BROWSE_ID}
        data-here={BROWSE.some((place) => isAt(path, place)) || undefined}
        className="lg:hidden!"
      >
        <Icon name="browse" />
        {strings.shell.browse}
      </button>
      {PLACES.map((place) => (
        <a key={place.href} href={place.href} aria-current={here(place)}>
          <Icon name={place.icon} />
          {place.label}
        </a>
      ))}
      <a href="/library" aria-current={here({ href: '/library' })} className="max-lg:hidden!">
        {strings.shell.add}
      </a>
      <button type="button" popoverTarget={MENU_ID} className="lg:hidden!">
        <Icon name="more" />
        {strings.shell.more}
      </button>
      <Popover id={BROWSE_ID} title={strings.shell.browse} className="menu-panel">
        <ul className="mt-2">
          {BROWSE.map((place) => (
            <li key={place.href}>
              <a
                href={place.href}
                aria-current={here(place)}
                className="menu-row"
                onClick={() => document.getElementById(BROWSE_ID)?.hidePopover()}
              >
                <Icon name={place.icon} />
                {place.label}
              </a>
            </li>
          ))}
        </ul>
      </Popover>
    </nav>
  );
}
