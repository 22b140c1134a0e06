'use client';

import { useEffect, useState } from 'react';

/** Where the ids of failed imports are kept that this browser does not want to see any more. */
const KEY = 'dismissed-imports';
/** The service keeps no more ended jobs than this. */
const MAX_KEPT = 200;

/** Failed imports taken off the list in this browser, and how to take one off. */
export function useDismissed(): { dismissed: ReadonlySet<number>; dismiss: (id: number) => void } {
  const [dismissed, setDismissed] = useState<ReadonlySet<number>>(new Set());
  useEffect(() => {
    try {
      setDismissed(new Set((localStorage.getItem(KEY) ?? '').split(',').filter(Boolean).map(Number)));
    } catch {
      // Storage can be switched off; what is dismissed then comes back with the page.
    }
  }, []);
  const dismiss = (id: number) => {
    const ids = [...dismissed, id].slice(-MAX_KEPT);
    setDismissed(new Set(ids));
    try {
      localStorage.setItem(KEY, ids.join(','));
    } catch {
      // See above.
    }
  };
  return { dismissed, dismiss };
}
