/** Printed pages of a text: where they begin, and how a part of the text is cited by them. Pure. */

/** A page: its label as printed, empty where it is not known, and the place of its first character in its text. */
export interface PageStart {
  label: string;
  at: number;
}

/**
 * UTF-16 units that can stand on one page. A page that would be longer is not believed to its end: the book tells some
 * of its pages only, or none from there on. A large page of small print has about 6,000.
 */
const MAX_PAGE_UNITS = 10_000;

/** The pages of the range [from, to), with the place in the range where each begins; 0 for one that began before. */
export function pagesIn(starts: readonly PageStart[], from: number, to: number): PageStart[] {
  const pages: PageStart[] = [];
  for (const [i, { label, at }] of starts.entries()) {
    const next = starts[i + 1]?.at ?? Number.POSITIVE_INFINITY;
    if (next <= from) continue;
    if (at >= to) break;
    const end = at + MAX_PAGE_UNITS;
    if (end > from) pages.push({ label, at: Math.max(0, at - from) });
    if (end < Math.min(next, to)) pages.push({ label: '', at: Math.max(0, end - from) });
  }
  return pages.some(({ label }) => label !== '') ? pages : [];
}

/**
 * The pages as they are cited: "12", "12–14"; empty if they are not known.
 * @param pages of a text; `from` and `to` are a range of it, by default the whole
 */
export function citedPages(pages: readonly PageStart[], from = 0, to = Number.POSITIVE_INFINITY): string {
  const inside = pages.filter(
    ({ at }, i) => at < to && (pages[i + 1]?.at ?? Number.POSITIVE_INFINITY) > from,
  );
  const first = inside.at(0)?.label ?? '';
  const last = inside.at(-1)?.label ?? '';
  if (first === '' || last === '') return first || last;
  return first === last ? first : `${first}–${last}`;
}

/** What a passage at [start, end) of a section says of its pages. */
export function printedPages(
  ofSection: readonly PageStart[],
  start: number,
  end: number,
): { pages: PageStart[]; page: string } {
  const pages = pagesIn(ofSection, start, end);
  return { pages, page: citedPages(pages) };
}

/** As the file keeps them: [[at, label], ...] in JSON, empty if there are none. */
export function storedPages(starts: readonly PageStart[]): string {
  return starts.length === 0 ? '' : JSON.stringify(starts.map(({ label, at }) => [at, label]));
}

export function readPages(stored: string): PageStart[] {
  if (stored === '') return [];
  return (JSON.parse(stored) as [number, string][]).map(([at, label]) => ({ label, at }));
}
