'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { inAppAddress } from '../../lib/shell/in-app-link.ts';

/**
 * Links are plain `<a>`; this makes those that lead to pages of the app open without a page load. One listener
 * instead of a component a link: less script, and nothing is fetched before it is asked for. `data-stay` on a link
 * leaves the page where it is scrolled.
 */
export function InAppLinks() {
  const router = useRouter();
  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!(link instanceof HTMLAnchorElement)) return;
      const { href, target } = link;
      const clicked = { href, target, hasDownload: link.hasAttribute('download') };
      const address = inAppAddress(event, clicked, location.href);
      if (address === undefined) return;
      event.preventDefault();
      // The page may be the same one, with what stood open over it.
      link.closest<HTMLElement>('[popover]')?.hidePopover();
      router.push(address, { scroll: link.dataset.stay === undefined });
    };
    document.addEventListener('click', onClick);
    return () => document.removeEventListener('click', onClick);
  }, [router]);
  return null;
}
