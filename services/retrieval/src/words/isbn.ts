/** ISBNs among the identifiers of a book. */

/** Digits of an ISBN as books have them: with hyphens or not. */
const ISBN = /\d[\d-]{8,15}[\dx]/giu;

/** Without hyphens, in lower case. */
export function isbnsOf(text: string): string[] {
  return [...text.matchAll(ISBN)]
    .map(([digits]) => digits.replaceAll('-', '').toLowerCase())
    .filter(({ length }) => length === 10 || length === 13);
}
