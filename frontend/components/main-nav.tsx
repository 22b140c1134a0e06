'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import * as strings from '../lib/strings.ts';
import { Icon, type IconName } from './icon.tsx';

const PLACES: readonly { href: string; label: string; icon: IconName; phoneOnly?: boolean }[] = [
  { href: '/', label: strings.shell.search, icon: 'search', phoneOnly: true },
  { href: '/books', label: strings.shell.books, icon: 'books' },
  { href: '/themes', label: strings.shell.themes, icon: 'themes' },
  { href: '/domains', label: strings.shell.domains, icon: 'domains' },
  { href: '/status', label: strings.shell.status, icon: 'status' },
];

/** Links to the parts of the library: in the top bar, on a phone at the bottom of the screen. */
export function MainNav() {
  const path = usePathname();
  const isHere = (href: string) =>
    href === '/' ? path === '/' || path === '/search' : path.startsWith(href);
  return (
    <nav aria-label={strings.shell.navigation} className="main-nav">
      {PLACES.map(({ href, label, icon, phoneOnly }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={isHere(href) ? 'page' : undefined}
          className={phoneOnly ? 'md:hidden!' : undefined}
        >
          <Icon name={icon} />
          {label}
        </Link>
      ))}
    </nav>
  );
}
