'use client';

import { useEffect } from 'react';

/**
 * Presses the control that names the key in `aria-keyshortcuts`, outside of fields. `keys=off` in the browser's
 * storage switches single letters off.
 */
export function ReaderKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (!(event.target instanceof Element) || event.target.closest('input, textarea, select, [popover]'))
        return;
      if (event.key.length === 1 && localStorage.getItem('keys') === 'off') return;
      if (document.querySelector('[popover]:popover-open, dialog[open]')) return;
      const control = [...document.querySelectorAll<HTMLElement>('main [aria-keyshortcuts]')].find(
        (element) => element.getAttribute('aria-keyshortcuts') === event.key,
      );
      if (!control) return;
      event.preventDefault();
      control.click();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return null;
}
