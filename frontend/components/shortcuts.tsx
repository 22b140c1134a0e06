'use client';

import { useEffect } from 'react';
import { SEARCH_INPUT_ID } from '../lib/ids.ts';

/** `/` and Ctrl/Cmd+K go to the search box, from anywhere but a field. */
export function Shortcuts() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
      const palette = event.key === 'k' && (event.ctrlKey || event.metaKey);
      if (!slash && !palette) return;
      if (slash && event.target instanceof Element && event.target.closest('input, textarea, select')) return;
      const input = document.getElementById(SEARCH_INPUT_ID);
      if (!(input instanceof HTMLInputElement)) return;
      event.preventDefault();
      input.focus();
      input.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return null;
}
