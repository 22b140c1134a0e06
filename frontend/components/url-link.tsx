'use client';

import type { AnchorHTMLAttributes } from 'react';

/**
 * A link that changes only the address of the search page; the results follow without a page load. With a
 * modifier key, another button or no script it is an ordinary link.
 */
export function UrlLink({ href, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        window.history.pushState(null, '', href);
        window.scrollTo(0, 0);
      }}
    />
  );
}
