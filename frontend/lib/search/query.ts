/** What a reader types, as every box treats it. Pure. */

/** Longest query that is sent, in UTF-16 units: beyond it the model cuts the text anyway. */
export const MAX_QUERY_LENGTH = 500;

/** Of a search of everything, without anything else in the address. */
export const queryUrl = (query: string) => `/search?${new URLSearchParams({ q: query })}`;

/** Letters without accents and case: "Gracián" is found by "gracian". */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}
