/** What a click changes in a trail: said and focused when the changed trail is shown. In the browser. */

interface Change {
  kind: string;
  /** Of the step that was changed. */
  passage: string;
  /** 0-based place of that step. */
  place: number;
  said: string;
}

/** The click whose trail is not shown yet. */
let made: Change | undefined;

const shownSteps = () => [...document.querySelectorAll<HTMLElement>('[data-passage]')];

/**
 * Announces the change that led to the trail shown, moves the focus to where it was made, and watches for the next
 * one: to the same button of a pinned step, to the step that came in place of one left out.
 * @param status element in which the change is announced; null if the page is gone already
 * @returns a function that ends the watching
 */
export function followChanges(status: HTMLElement | null): (() => void) | undefined {
  if (!status) return undefined;
  if (made) {
    const { kind, passage, place, said } = made;
    made = undefined;
    status.textContent = said;
    const steps = shownSteps();
    const pinned = steps.find(({ dataset }) => dataset.passage === passage);
    if (kind === 'pin')
      pinned?.querySelector<HTMLElement>('[data-trail-change="pin"]')?.focus({ preventScroll: true });
    else steps[Math.min(place, steps.length - 1)]?.focus();
  }
  document.addEventListener('click', onClick, { capture: true });
  return () => document.removeEventListener('click', onClick, { capture: true });
}

function onClick({ target }: MouseEvent): void {
  if (!(target instanceof Element)) return;
  // The passages of a file link to these pages, whose address only the browser knows.
  const file = target.closest<HTMLAnchorElement>('a[download]');
  if (file && !file.search.includes('&origin='))
    file.search += `&origin=${encodeURIComponent(location.origin)}`;
  const link = target.closest<HTMLElement>('[data-trail-change]');
  const step = link?.closest<HTMLElement>('[data-passage]');
  if (!link || !step) return;
  made = {
    kind: link.dataset.trailChange ?? '',
    passage: step.dataset.passage ?? '',
    place: shownSteps().indexOf(step),
    said: link.dataset.said ?? '',
  };
}
