'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * The inside of a popover, made when the popover first opens: few of the many on a page of results ever do, and
 * making them all was most of the work after each key press. Without script it is there from the start.
 */
export function WhenOpened({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  const place = useRef<HTMLElement>(null);

  useEffect(() => {
    const panel = place.current?.closest('[popover]');
    if (!panel) return;
    // Opened before the page came alive.
    if (panel.matches(':popover-open')) setOpened(true);
    // At once, so that the panel is laid out with what it holds.
    const onToggle = () => flushSync(() => setOpened(true));
    panel.addEventListener('beforetoggle', onToggle, { once: true });
    return () => panel.removeEventListener('beforetoggle', onToggle);
  }, []);

  // React makes nothing of what a <noscript> holds in a browser that runs it.
  return opened ? children : <noscript ref={place}>{children}</noscript>;
}
