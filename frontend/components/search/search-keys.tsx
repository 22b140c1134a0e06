'use client';

import { useEffect } from 'react';
import { SCOPES } from '../../lib/search/search-url.ts';
import { displaySetting } from '../../lib/shell/display-setting.ts';
import { isTyping } from '../../lib/shell/keyboard.ts';

/** Steps that keys make through the rows. */
const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1, ']': 1, '[': -1 };

/** Keys among the results: j k and arrows between rows, o opens the passage, t starts a trail there, w says why, 1 to 6 the kind of answer. */
export function SearchKeys() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (document.querySelector('dialog[open], [popover]:popover-open')) return;
      const arrow = event.key.startsWith('Arrow');
      // Arrows scroll the page until the focus is among the rows.
      if (arrow && !focusedRow()) return;
      if (!arrow && displaySetting('keys') === 'off') return;
      const scope = SCOPES[Number(event.key) - 1];
      const step = STEPS[event.key];
      if (step !== undefined) moveBy(step);
      else if (scope) document.querySelector<HTMLElement>(`[data-scope="${scope}"]`)?.click();
      else if (event.key === 'o') focusedRow()?.querySelector<HTMLElement>('[data-open="passage"]')?.click();
      else if (event.key === 't') focusedRow()?.querySelector<HTMLElement>('[data-open="trail"]')?.click();
      else if (event.key === 'w') focusedRow()?.querySelector<HTMLElement>('[data-open="why"]')?.click();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return null;
}

const focusedRow = () => document.activeElement?.closest<HTMLElement>('[data-row]') ?? undefined;

function moveBy(step: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter((row) =>
    row.checkVisibility(),
  );
  const now = focusedRow();
  const at = now ? rows.indexOf(now) : step > 0 ? -1 : rows.length;
  const row = rows[at + step];
  row?.querySelector<HTMLElement>('[data-open="book"]')?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}
