/** What the pages of a PDF are called: as the file labels them, else as they are numbered in print, else by count. */

/** Printed numbers that agree with counting on at least this share of the numbered pages are believed. */
const AGREEING = 0.6;

/**
 * @param stated labels of the file, empty where there is none
 * @param printed numbers that stood on the pages, empty where none did
 */
export function pageLabels(stated: readonly string[], printed: readonly string[]): string[] {
  // PDFium labels pages 1, 2, 3 where the file does not.
  if (stated.some((label, page) => label !== '' && label !== `${page + 1}`)) {
    return stated.map((label, page) => label || `${page + 1}`);
  }
  const offsets = new Map<number, number>();
  let numbered = 0;
  for (const [page, text] of printed.entries()) {
    if (!/^\d+$/.test(text)) continue;
    numbered++;
    const offset = Number(text) - page;
    offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
  }
  const [offset, count] = [...offsets].sort((a, b) => b[1] - a[1])[0] ?? [1, 0];
  const isBelieved = numbered >= 3 && count >= AGREEING * numbered;
  return printed.map((text, page) => {
    if (!isBelieved) return `${page + 1}`;
    const number = page + offset;
    return number >= 1 ? `${number}` : text;
  });
}
