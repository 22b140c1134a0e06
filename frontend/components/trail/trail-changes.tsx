'use client';

import { useEffect, useRef } from 'react';

/** Announces what became of a step that was pinned or left out, and keeps the focus. `address` changes with the trail. */
export function TrailChanges({ address }: { address: string }) {
  const place = useRef<HTMLParagraphElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address says that another trail is shown
  useEffect(() => {
    let stop: (() => void) | undefined;
    // Loaded after the page, whose first load it would make larger.
    import('../../lib/trail/follow-changes.ts').then((m) => {
      stop = m.followChanges(place.current);
    });
    return () => stop?.();
  }, [address]);
  return <p ref={place} role="status" className="sr-only" />;
}
