'use client';

import { useEffect, useState } from 'react';
import { percent } from '../../lib/format.ts';

/** How far into the book the text at reading height stands; the server's figure until something moves. */
export function ReadingPosition({ position }: { position: number }) {
  const [shown, setShown] = useState(position);
  useEffect(() => {
    setShown(position);
    // A line at a third of the window: the passage that crosses it is the one being read.
    const observer = new IntersectionObserver(
      (entries) => {
        const crossing = entries.findLast((entry) => entry.isIntersecting)?.target;
        if (crossing instanceof HTMLElement) setShown(Number(crossing.dataset.position));
      },
      { rootMargin: '-33% 0px -66% 0px' },
    );
    for (const run of document.querySelectorAll('.reading [data-position]')) observer.observe(run);
    return () => observer.disconnect();
  }, [position]);
  return <span className="reader-position">{percent(shown)}</span>;
}
