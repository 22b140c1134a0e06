/** Twelve hues for domains and typographic covers; they repeat, so there is always a label beside them. Pure. */

const HUES = 12;

/** Hue angle in degrees of a domain's id. */
export function domainHue(domainId: number): number {
  return 20 + 30 * (domainId % HUES);
}

/** A hue that stays with a title. */
export function titleHue(title: string): number {
  let hash = 0;
  for (const char of title) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return 20 + 30 * (hash % HUES);
}
