'use client';

import { useEffect, useRef, useState } from 'react';

interface Change {
  kind: string;
  /** Of the step that was changed. */
  passage: string;
  /** 0-based place of that step. */
  place: number;
  said: string;
}

/**
 * Says what became of a step that was pinned or left out, and keeps the focus: on the same button of a pinned step,
 * on the step that came in place of one left out. `address` changes with the trail.
 */
export function TrailChanges({ address }: { address: string }) {
  const change = useRef<Change>(undefined);
  const [said, setSaid] = useState('');

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const link =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-trail-change]') : null;
      const step = link?.closest<HTMLElement>('[data-passage]');
      if (!link || !step) return;
      change.current = {
        kind: link.dataset.trailChange ?? '',
        passage: step.dataset.passage ?? '',
        place: [...document.querySelectorAll('[data-passage]')].indexOf(step),
        said: link.dataset.said ?? '',
      };
    };
    document.addEventListener('click', onClick, { capture: true });
    return () => document.removeEventListener('click', onClick, { capture: true });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the address says that another trail is shown
  useEffect(() => {
    const made = change.current;
    if (!made) return;
    change.current = undefined;
    setSaid(made.said);
    const steps = [...document.querySelectorAll<HTMLElement>('[data-passage]')];
    const same = steps.find(({ dataset }) => dataset.passage === made.passage);
    const target =
      made.kind === 'pin'
        ? same?.querySelector<HTMLElement>('[data-trail-change="pin"]')
        : steps[Math.min(made.place, steps.length - 1)];
    target?.focus({ preventScroll: made.kind === 'pin' });
  }, [address]);

  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  );
}
