'use client';

import type { AnchorHTMLAttributes } from 'react';

interface UrlLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  href: string;
  /** Leaves the page where it is scrolled: for choices beside what they change. */
  stay?: boolean;
}

/**
 * A link that changes only the address of the search page; the results follow without a page load. With a
 * modifier key, another button or no script it is an ordinary link.
 */
export function UrlLink({ href, stay = false, ...rest }: UrlLinkProps) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        window.history.pushState(null, '', href);
        if (!stay) window.scrollTo(0, 0);
      }}
    />
  );
}
