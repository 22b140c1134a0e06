'use client';

import { useEffect } from 'react';
import { PASSAGE_ID } from '../../lib/shell/ids.ts';

/** Part of the window's height above the place that a reader came for. */
const ABOVE = 0.35;

/** Brings the marked sentence of the wanted passage to reading height, and the focus to the passage. */
export function Arrival({ place }: { place: string }) {
  useEffect(() => {
    const here = document.getElementById(PASSAGE_ID);
    // Coming back by history, the browser restores where the reader was.
    if (!here || place === '' || window.location.hash !== `#${PASSAGE_ID}`) return;
    here.focus({ preventScroll: true });
    const sentence = here.querySelector('mark') ?? here;
    const top = sentence.getBoundingClientRect().top;
    const wanted = window.innerHeight * ABOVE;
    // The fragment has put the passage's beginning there; a sentence still in sight needs no second jump.
    if (top < 0 || top > window.innerHeight * 0.75)
      window.scrollBy({ top: top - wanted, behavior: 'instant' });
  }, [place]);
  return null;
}
