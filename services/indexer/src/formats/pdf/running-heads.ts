/** Running heads, feet and page numbers: lines at the edges of pages that come again. */
import { type Line, leadingOf, median } from './lines.ts';

/** Lines at the top and at the bottom of a page that may be such, each. */
const EDGE_LINES = 3;
/** What comes again on so many pages within the distance below is no text: a chapter has a few pages. */
const MIN_PAGES = 3;
const DISTANCE = 12;
/** Heads are at the same height, within so many points, on at least this share of the pages. */
const SAME_HEIGHT = 1.5;
const HEIGHT_SHARE = 0.4;
/** They are this much further from the text than its lines from each other. */
const APART = 1.6;
/** And most of them stand on two pages or more: titles of chapters stand once at the top of a page. */
const REPEATED_SHARE = 0.5;
const NUMBER = /^[\W_]*(?:page\s+)?(\d{1,4}|[ivxlc]{1,8})(?:\s*(?:of|\/)\s*\d+)?[\W_]*$/i;

export interface CleanPage {
  lines: Line[];
  /** The number that stood on it; empty if none did. */
  printed: string;
}

/** @param pages lines of all pages, each in reading order */
export function withoutRunningHeads(pages: readonly (readonly Line[])[]): CleanPage[] {
  const edges = pages.map(edgeLines);
  const seen = new Map<string, number[]>();
  for (const [page, lines] of edges.entries()) {
    for (const key of new Set([...lines].map((line) => keyOf(line)))) {
      const places = seen.get(key) ?? [];
      places.push(page);
      seen.set(key, places);
    }
  }
  const repeated = (line: Line, page: number) => isNear(seen.get(keyOf(line)) ?? [], page);
  const heights = heightsOfHeads(pages);
  return pages.map((lines, page) => {
    const removed = new Set<Line>();
    let printed = '';
    for (const line of edges[page]!) {
      const number = NUMBER.exec(line.text)?.[1];
      const isHead =
        repeated(line, page) || heights.some((height) => Math.abs(height - line.middle) <= SAME_HEIGHT);
      if (!isHead && (number === undefined || pages.length < MIN_PAGES)) continue;
      if (number !== undefined && !isOutermost(line, lines)) continue;
      removed.add(line);
      printed ||= number ?? edgeNumber(line.text);
    }
    return { lines: lines.filter((line) => !removed.has(line)), printed };
  });
}

/** The first and the last rows of a page, by height. */
function edgeLines(lines: readonly Line[]): Set<Line> {
  const ordered = [...lines].sort((a, b) => b.middle - a.middle);
  return new Set([...ordered.slice(0, EDGE_LINES), ...ordered.slice(-EDGE_LINES)]);
}

/** Nothing but other lines of the same row stands above it, or below it. */
function isOutermost(line: Line, lines: readonly Line[]): boolean {
  const reach = line.size / 2;
  return (
    lines.every(({ middle }) => middle <= line.middle + reach) ||
    lines.every(({ middle }) => middle >= line.middle - reach)
  );
}

/** Its words without numbers, and about where it stands: "12 The Night Clerk" and "The Night Clerk 13" are one. */
function keyOf({ text, middle }: Line): string {
  const words = text
    .toLowerCase()
    .replace(/\d+|(?<![\p{L}])[ivxlc]+(?![\p{L}])/gu, '#')
    .replace(/[^\p{L}#]+/gu, ' ')
    .replace(/^[ #]+|[ #]+$/g, '');
  return `${words || '#'} ${Math.round(middle / 8)}`;
}

/** Are there enough pages among the places that lie near this one? Left and right pages may differ. */
function isNear(places: readonly number[], page: number): boolean {
  let near = 0;
  for (const place of places) if (Math.abs(place - page) <= DISTANCE) near++;
  return near >= MIN_PAGES;
}

/** Heights at which many pages have a line apart from the text: a head of a chapter of two pages stands there as well. */
function heightsOfHeads(pages: readonly (readonly Line[])[]): number[] {
  const counts = new Map<number, Line[]>();
  let withText = 0;
  for (const lines of pages) {
    const ordered = [...lines].sort((a, b) => b.middle - a.middle);
    const leading = leadingOf(ordered);
    if (leading === 0) continue;
    withText++;
    for (const edge of [rowAt(ordered), rowAt(ordered.toReversed())]) {
      if (edge === undefined || edge.gap < APART * leading) continue;
      const key = Math.round(edge.line.middle / SAME_HEIGHT);
      const found = counts.get(key) ?? [];
      found.push(edge.line);
      counts.set(key, found);
    }
  }
  return [...counts.values()]
    .filter((found) => found.length >= Math.max(MIN_PAGES, HEIGHT_SHARE * withText) && areRepeated(found))
    .map((found) => median(found.map(({ middle }) => middle)));
}

function areRepeated(lines: readonly Line[]): boolean {
  const byKey = Map.groupBy(lines, keyOf);
  const repeated = lines.filter((line) => byKey.get(keyOf(line))!.length > 1);
  return repeated.length >= REPEATED_SHARE * lines.length;
}

/** The first row of lines in their order, and its distance from the next. */
function rowAt(lines: readonly Line[]): { line: Line; gap: number } | undefined {
  const [first] = lines;
  if (first === undefined) return undefined;
  const next = lines.find(({ middle }) => Math.abs(middle - first.middle) > first.size / 2);
  return next === undefined ? undefined : { line: first, gap: Math.abs(next.middle - first.middle) };
}

/** The number at one end of a head. */
function edgeNumber(text: string): string {
  const [, first, last] =
    /^(\d{1,4}|[ivxlc]{1,8})(?=\s)|(?<=\s)(\d{1,4}|[ivxlc]{1,8})$/.exec(text.trim()) ?? [];
  return first ?? last ?? '';
}
