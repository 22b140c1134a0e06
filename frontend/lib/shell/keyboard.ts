/** What keys mean on every page. Pure but for reading the event. */

/** Where `g` and a letter lead. */
const PLACES: Readonly<Record<string, string>> = {
  s: '/',
  b: '/books',
  t: '/themes',
  d: '/domains',
  u: '/universe',
  r: '/trail',
  l: '/library',
};

/** The address of the second letter of `g b`; undefined for a letter that leads nowhere. */
export function placeOfKey(key: string): string | undefined {
  return Object.hasOwn(PLACES, key) ? PLACES[key] : undefined;
}

/** The key goes into a text: single letters mean themselves there. */
export function isTyping(event: Event): boolean {
  const at = event.target;
  return (
    at instanceof HTMLElement &&
    (at.isContentEditable ||
      at.closest('textarea, select, input:not([type=radio], [type=checkbox])') !== null)
  );
}
