'use client';

import { usePathname } from 'next/navigation';
import { BROWSE_ID, MENU_ID } from '../lib/ids.ts';
import * as strings from '../lib/strings.ts';
import { Icon, type IconName } from './icon.tsx';
import { Popover } from './popover.tsx';

interface Place {
  href: string;
  label: string;
  icon: IconName;
}

/** Ways to walk the library without a query. */
const BROWSE: readonly Place[] = [
  { href: '/books', label: strings.shell.books, icon: 'books' },
  { href: '/themes', label: strings.shell.themes, icon: 'themes' },
  { href: '/domains', label: strings.shell.domains, icon: 'domains' },
];
/** Places of their own, on a phone as well. */
const PLACES: readonly Place[] = [
  { href: '/universe', label: strings.shell.universe, icon: 'universe' },
  { href: '/trail', label: strings.shell.trails, icon: 'trail' },
];

/** Pages that have no link of their own, under the one that leads to them. */
const UNDER: Readonly<Record<string, string>> = { '/topics': '/themes' };

function isWithin(path: string, href: string): boolean {
  const is = (place: string) => path === place || path.startsWith(`${place}/`);
  return is(href) || Object.keys(UNDER).some((place) => UNDER[place] === href && is(place));
}

/** Links to the parts of the library: in the top bar, on a phone at the bottom of the screen. */
export function MainNav() {
  const path = usePathname();
  const here = (href: string) => (isWithin(path, href) ? 'page' : undefined);
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
      {BROWSE.map(({ href, label }) => (
        <a key={href} href={href} aria-current={here(href)} className="max-lg:hidden!">
          {label}
        </a>
      ))}
      <button
        type="button"
        popoverTarget={BROWSE_ID}
        data-here={BROWSE.some(({ href }) => isWithin(path, href)) || undefined}
        className="lg:hidden!"
      >
        <Icon name="browse" />
        {strings.shell.browse}
      </button>
      {PLACES.map(({ href, label, icon }) => (
        <a key={href} href={href} aria-current={here(href)}>
          <Icon name={icon} />
          {label}
        </a>
      ))}
      <a href="/library" aria-current={here('/library')} className="max-lg:hidden!">
        {strings.shell.add}
      </a>
      <button type="button" popoverTarget={MENU_ID} className="lg:hidden!">
        <Icon name="more" />
        {strings.shell.more}
      </button>
      <Popover id={BROWSE_ID} title={strings.shell.browse} className="menu-panel">
        <ul className="mt-2">
          {BROWSE.map(({ href, label, icon }) => (
            <li key={href}>
              <a
                href={href}
                aria-current={here(href)}
                className="menu-row"
                onClick={() => document.getElementById(BROWSE_ID)?.hidePopover()}
              >
                <Icon name={icon} />
                {label}
              </a>
            </li>
          ))}
        </ul>
      </Popover>
    </nav>
  );
}
