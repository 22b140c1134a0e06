'use client';

import { useEffect } from 'react';
import { displaySetting } from '../../lib/shell/display-setting.ts';
import { isTyping } from '../../lib/shell/keyboard.ts';

/** `j` and `k` walk through the rows of the page's lists. */
const STEPS: Readonly<Record<string, number>> = { j: 1, k: -1 };

/**
 * Keys of reading and browsing: presses the control that names the key in `aria-keyshortcuts`, and walks through
 * lists. Single letters can be switched off in the menu.
 */
export function PageKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event)) return;
      if (event.key.length === 1 && displaySetting('keys') === 'off') return;
      if (document.querySelector('[popover]:popover-open, dialog[open]')) return;
      const control = [...document.querySelectorAll<HTMLElement>('main [aria-keyshortcuts]')].find(
        (element) => element.getAttribute('aria-keyshortcuts') === event.key,
      );
      const step = STEPS[event.key];
      if (control) control.click();
      else if (step !== undefined) focusRow(step);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return null;
}

/** Moves the focus to the first link of the next or the previous row. */
function focusRow(step: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('main li')].flatMap((row) => {
    const link = row.querySelector<HTMLElement>('a[href]');
    return link?.checkVisibility() ? [link] : [];
  });
  const at = rows.findIndex(
    (link) => link === document.activeElement || link.closest('li')?.contains(document.activeElement),
  );
  const next = at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step;
  rows[next]?.focus();
}
