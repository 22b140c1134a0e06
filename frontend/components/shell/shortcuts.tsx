'use client';

import { useRouter } from 'next/navigation';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { displaySetting } from '../../lib/shell/display-setting.ts';
import { KEY_SHEET_EVENT, PALETTE_EVENT, SEARCH_INPUT_ID } from '../../lib/shell/ids.ts';
import { isTyping, placeOfKey } from '../../lib/shell/keyboard.ts';

// For a few readers, so they load when first asked for.
const KeySheet = lazy(() => import('./key-sheet.tsx').then((m) => ({ default: m.KeySheet })));

const CommandPalette = lazy(() =>
  import('./command-palette.tsx').then((m) => ({ default: m.CommandPalette })),
);

/** Milliseconds within which the second letter of `g b` must come. */
const SEQUENCE_MS = 1_500;

/** The keys that work on every page, and the dialogs that they open. */
export function Shortcuts() {
  const router = useRouter();
  const [open, setOpen] = useState<'keys' | 'palette'>();
  const goUntil = useRef(0);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen('palette');
        return;
      }
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      if (displaySetting('keys') === 'off' || document.querySelector('dialog[open]')) return;
      const going = event.timeStamp < goUntil.current;
      goUntil.current = 0;
      const place = going ? placeOfKey(event.key) : undefined;
      if (place) {
        event.preventDefault();
        event.stopImmediatePropagation();
        router.push(place);
      } else if (event.key === 'g') goUntil.current = event.timeStamp + SEQUENCE_MS;
      else if (event.key === '?') setOpen('keys');
      else if (event.key === '/') {
        event.preventDefault();
        focusSearch();
      }
    };
    const onKeySheet = () => setOpen('keys');
    const onPalette = () => setOpen('palette');
    // Before the pages' own keys, so that the "t" of "g t" is not theirs, too.
    document.addEventListener('keydown', onKey, { capture: true });
    document.addEventListener(KEY_SHEET_EVENT, onKeySheet);
    document.addEventListener(PALETTE_EVENT, onPalette);
    return () => {
      document.removeEventListener('keydown', onKey, { capture: true });
      document.removeEventListener(KEY_SHEET_EVENT, onKeySheet);
      document.removeEventListener(PALETTE_EVENT, onPalette);
    };
  }, [router]);

  const close = () => setOpen(undefined);
  return (
    <Suspense>
      {open === 'keys' ? <KeySheet onClose={close} /> : null}
      {open === 'palette' ? <CommandPalette onClose={close} /> : null}
    </Suspense>
  );
}

function focusSearch(): void {
  const input = document.getElementById(SEARCH_INPUT_ID);
  if (!(input instanceof HTMLInputElement)) return;
  input.focus();
  input.select();
}
