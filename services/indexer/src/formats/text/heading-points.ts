/** The headings of a file as its table of contents, for formats that have no other. */
import type { Content } from './content-block.ts';
import { countWords } from './plain-text.ts';
import type { NavPoint } from './sections.ts';

/** Lines of a title page before the first chapter; its heading names the section that they begin. */
const TITLE_PAGE_WORDS = 40;

/**
 * Names every heading ("h3" is the fourth block's) and nests them by their levels.
 * @returns the content with these names, and the points
 */
export function pointsOfHeadings(content: Content, path: string): { content: Content; points: NavPoint[] } {
  const anchors = new Map(content.anchors);
  const points: NavPoint[] = [];
  /** Headings that the next one may stand under: levels ascend. */
  const open: { level: number; point: NavPoint }[] = [];
  for (const [at, block] of content.blocks.entries()) {
    if (block.type !== 'heading') continue;
    while (open.length > 0 && open.at(-1)!.level >= block.level) open.pop();
    const fragment = `h${at}`;
    anchors.set(fragment, at);
    const point = { title: block.text, path, fragment, depth: open.length, parent: open.at(-1)?.point };
    points.push(point);
    open.push({ level: block.level, point });
  }
  const named = { ...content, anchors };
  return { content: named, points: pastTitlePage(points, named) };
}

/** Lets the last point that stands among the lines of a title page name the section that they begin. */
export function pastTitlePage(points: readonly NavPoint[], { blocks, anchors }: Content): NavPoint[] {
  let words = 0;
  let end = 0;
  while (end < blocks.length && words < TITLE_PAGE_WORDS) words += countWords(blocks[end++]!.text);
  const within = points.findLast(({ fragment }) => (anchors.get(fragment) ?? end) < end);
  if (within === undefined) return [...points];
  return [{ ...within, fragment: '', depth: 0, parent: undefined }, ...points];
}
