/** Addresses by quotation: the first characters of a text, so that a place is found again after re-indexing. */

/** Letters, digits and hyphens of a quote: enough to be unique in a book, short enough for an address. */
export const OPENING_LENGTH = 32;
/** What is read of a text: even texts of mostly dashes and dots have their 32 characters here. */
const LOOKED_AT = 400;

/**
 * "call-me-ishmael-some-years-ago-n": words in lower case without diacritics, joined by hyphens, cut at 32
 * characters. Typography (quotes, dashes, line ends) has no part in it; a later edition keeps the address.
 */
export function openingOf(text: string, length = OPENING_LENGTH): string {
  return (
    text
      .slice(0, length === OPENING_LENGTH ? LOOKED_AT : undefined)
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}+/gu, '')
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-')
      .slice(0, length) ?? ''
  );
}
