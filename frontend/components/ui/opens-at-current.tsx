'use client';

import { useEffect, useRef } from 'react';

/** In a popover with a long list: opens it scrolled to the entry that is current (`aria-current`). */
export function OpensAtCurrent() {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const panel = place.current?.closest<HTMLElement>('[popover]');
    if (!panel) return;
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState !== 'open') return;
      const current = panel.querySelector<HTMLElement>('[aria-current]');
      if (!current) return;
      const [outer, inner] = [panel.getBoundingClientRect(), current.getBoundingClientRect()];
      // Only the panel scrolls; `scrollIntoView` would move the page beneath it as well.
      panel.scrollTop += inner.top - outer.top - (outer.height - inner.height) / 2;
    };
    panel.addEventListener('toggle', onToggle);
    return () => panel.removeEventListener('toggle', onToggle);
  }, []);
  return <span ref={place} hidden />;
}
