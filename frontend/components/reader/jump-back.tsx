'use client';

import { useEffect, useState } from 'react';
import { hits } from '../../lib/reader/reading-strings.ts';
import { Icon } from '../ui/icon.tsx';

/** Offered after a jump from hit to hit, when the text before it had been read on. */
export function JumpBack({ place }: { place: string }) {
  const [from, setFrom] = useState<string>();
  useEffect(() => {
    setFrom(jumpedFrom === place ? undefined : jumpedFrom);
    const onClick = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('a[data-jump]')) jumpedFrom = place;
    };
    document.addEventListener('click', onClick, true);
    return () => document.removeEventListener('click', onClick, true);
  }, [place]);
  if (!from) return null;
  return (
    <button
      type="button"
      className="jump-back button"
      onClick={() => {
        jumpedFrom = undefined;
        window.history.back();
      }}
    >
      <Icon name="left" className="size-4" />
      {hits.back}
    </button>
  );
}

/** The place that was left by the last jump; it outlives the page that was left. */
let jumpedFrom: string | undefined;
