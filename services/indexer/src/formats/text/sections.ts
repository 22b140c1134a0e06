/** Text files in reading order → sections with title, kind and depth. */
import type { Section, SectionKind } from '../../book.ts';
import { workRange } from './boilerplate.ts';
import type { Content, ContentBlock } from './content-block.ts';
import { countWords } from './plain-text.ts';
import { judgeSections } from './section-kind.ts';

/**
 * A file is divided at the places that the table of contents names if the parts have at least this many
 * words on average: cantos and scenes become sections, numbered aphorisms do not.
 */
const MIN_MEAN_PART_WORDS = 500;
/** A part with fewer words, such as a title before the first scene, joins what follows it. */
const MIN_PART_WORDS = 50;

const HEADER_TITLE = 'Project Gutenberg header';
const LICENCE_TITLE = 'Project Gutenberg licence';

export interface NavPoint {
  title: string;
  path: string;
  fragment: string;
  /** 0-based nesting. */
  depth: number;
  /** The point it stands under. */
  parent: NavPoint | undefined;
}

/** One file of a book; for a format that is one file, all of it. */
export interface SpineText {
  path: string;
  content: Content;
  /** Types that landmarks and guide give the file. */
  landmark: string;
}

interface Part {
  file: SpineText;
  fragment: string;
  blocks: readonly ContentBlock[];
  point: NavPoint | undefined;
  /** Set for boilerplate. */
  fixed: { title: string | undefined; kind: SectionKind } | undefined;
}

/**
 * Files without text give no section.
 * @param minMeanWords words of a part, on average, from which on files are divided
 */
export function assembleSections(
  files: readonly SpineText[],
  points: readonly NavPoint[],
  bookTitle: string,
  minMeanWords = MIN_MEAN_PART_WORDS,
): Section[] {
  const byPath = Map.groupBy(points, (point) => point.path);
  const depth = chooseDepth(files, byPath, minMeanWords);
  const parts = separateBoilerplate(
    files.flatMap((file) => divide(file, byPath.get(file.path) ?? [], depth)),
  );
  const titles = sectionTitles(parts, bookTitle);
  const judged = judgeSections(
    parts.map((part, i) => ({
      title: part.point?.title ?? titles[i]!,
      path: part.file.path,
      blocks: part.blocks,
      landmark: part.file.landmark,
    })),
  );
  return parts.map((part, index) => ({
    index,
    title: titles[index]!,
    ...(part.fixed === undefined ? judged[index]! : { kind: part.fixed.kind, apparatus: 'licence' }),
    depth: part.point?.depth ?? 0,
    href: part.fragment === '' ? part.file.path : `${part.file.path}#${part.fragment}`,
    blocks: part.blocks.map(({ type, text, level, pages }) => ({
      type,
      text,
      level,
      ...(pages === undefined ? {} : { pages }),
    })),
  }));
}

/** One file as one part, or as several where the table of contents of the book divides it. */
function divide(file: SpineText, points: readonly NavPoint[], depth: number): Part[] {
  const { blocks } = file.content;
  if (blocks.length === 0) return [];
  const first =
    placesIn(file, points).find((place) => place.at === 0)?.point ??
    points.find((point) => point.fragment === '') ??
    // A reference to an id that is not there still names the file.
    points.find((point) => !file.content.anchors.has(point.fragment));
  const starts = [{ at: 0, point: first }, ...cutsOf(file, points, depth)];
  return starts.map(({ at, point }, i) => ({
    file,
    fragment: at === 0 ? '' : (point?.fragment ?? ''),
    blocks: blocks.slice(at, starts[i + 1]?.at ?? blocks.length),
    point,
    fixed: undefined,
  }));
}

/** A block that the table of contents points at. */
interface Place {
  at: number;
  point: NavPoint;
}

function placesIn({ content }: SpineText, points: readonly NavPoint[]): Place[] {
  return points.flatMap((point) => {
    const at = point.fragment === '' ? 0 : content.anchors.get(point.fragment);
    return at === undefined || at >= content.blocks.length ? [] : [{ at, point }];
  });
}

/**
 * The depth in the table of contents down to which files are divided, the same for the whole book: the
 * deepest whose parts are long enough on average. -1: no file is divided.
 */
function chooseDepth(
  files: readonly SpineText[],
  byPath: ReadonlyMap<string, NavPoint[]>,
  minMeanWords: number,
): number {
  const depths = [...byPath.values()].flat().map((point) => point.depth);
  for (const depth of [...new Set(depths)].sort((a, b) => b - a)) {
    let words = 0;
    let parts = 0;
    for (const file of files) {
      const cuts = cutsOf(file, byPath.get(file.path) ?? [], depth);
      if (cuts.length === 0) continue;
      parts += cuts.length + 1;
      words += wordsBefore(file.content).at(-1)!;
    }
    if (parts > 0 && words / parts >= minMeanWords) return depth;
  }
  return -1;
}

/** Where a file is cut at a depth, without parts that hold hardly anything. */
function cutsOf(file: SpineText, points: readonly NavPoint[], depth: number): Place[] {
  const cuts = new Map<number, Place>();
  for (const place of placesIn(file, points)) {
    if (place.at > 0 && place.point.depth <= depth && !cuts.has(place.at)) cuts.set(place.at, place);
  }
  if (cuts.size === 0) return [];
  const ordered = [...cuts.values()].sort((a, b) => a.at - b.at);
  return joinShortParts(ordered, wordsBefore(file.content));
}

const COUNTED = new WeakMap<Content, number[]>();

/** Words before each block and, at the end, of all of them. Counted once: every depth of the contents asks. */
function wordsBefore(content: Content): number[] {
  let counts = COUNTED.get(content);
  if (counts === undefined) {
    counts = [0];
    for (const { text } of content.blocks) counts.push(counts.at(-1)! + countWords(text));
    COUNTED.set(content, counts);
  }
  return counts;
}

/** Leaves out the cuts after which hardly anything stands before the next one. */
function joinShortParts(cuts: readonly Place[], before: readonly number[]): Place[] {
  const kept: Place[] = [];
  const wordsBetween = (from: number, to: number) => before[to]! - before[from]!;
  let from = 0;
  for (const cut of cuts) {
    if (wordsBetween(from, cut.at) >= MIN_PART_WORDS) {
      kept.push(cut);
      from = cut.at;
    } else if (kept.length > 0) {
      // The short part is a heading of the next one: it begins there, with the next one's name.
      kept[kept.length - 1] = { at: from, point: cut.point };
    }
  }
  const last = kept.at(-1);
  if (last !== undefined && wordsBetween(last.at, before.length - 1) < MIN_PART_WORDS) kept.pop();
  return kept;
}

/** Cuts Project Gutenberg's header and licence off the parts they stand in. */
function separateBoilerplate(parts: readonly Part[]): Part[] {
  const blocks = parts.flatMap((part) => part.blocks);
  const { start, end } = workRange(blocks);
  if (start === 0 && end === blocks.length) return [...parts];
  const result: Part[] = [];
  let offset = 0;
  for (const part of parts) {
    const size = part.blocks.length;
    const from = Math.min(Math.max(start - offset, 0), size);
    const to = Math.min(Math.max(end - offset, from), size);
    const holdsStart = offset < start && start <= offset + size;
    const holdsEnd = offset <= end && end < offset + size;
    offset += size;
    const pieces: [readonly ContentBlock[], Part['fixed']][] = [
      // Files before the one that holds the header, such as a title page, keep their own titles.
      [part.blocks.slice(0, from), { title: holdsStart ? HEADER_TITLE : undefined, kind: 'front' }],
      [part.blocks.slice(from, to), undefined],
      [part.blocks.slice(to), { title: holdsEnd ? LICENCE_TITLE : undefined, kind: 'back' }],
    ];
    for (const [piece, fixed] of pieces) {
      if (piece.length > 0) result.push({ ...part, blocks: piece, fixed });
    }
  }
  return result;
}

const NUMERAL = /^(?:\d{1,4}|[ivxlcdm]{1,12})\.?$/i;

/** `<title>`s that tell the files of a book apart; most books repeat the title of the book there, or say nothing. */
function ownTitles(parts: readonly Part[], bookTitle: string): ReadonlySet<string> {
  const files = new Set(parts.map((part) => part.file));
  const byTitle = Map.groupBy(files, ({ content }) => content.title);
  const own = [...byTitle].filter(
    ([title, { length }]) => title !== '' && title !== bookTitle && length === 1,
  );
  return new Set(files.size > 1 && 2 * own.length > files.size ? own.map(([title]) => title) : []);
}

function sectionTitles(parts: readonly Part[], bookTitle: string): string[] {
  const titles: string[] = [];
  const named = ownTitles(parts, bookTitle);
  for (const [i, part] of parts.entries()) {
    const previous = parts[i - 1];
    const heading = part.blocks.find((block) => block.type === 'heading')?.text;
    const continued = /_split_\d+/.test(part.file.path) && previous !== undefined ? titles[i - 1] : undefined;
    titles.push(
      part.fixed?.title ??
        (part.point === undefined ? undefined : titleOf(part.point, bookTitle)) ??
        heading ??
        continued ??
        (named.has(part.file.content.title) ? part.file.content.title : undefined) ??
        `Section ${i + 1}`,
    );
  }
  return titles;
}

/** With the name of what it is part of, where it says little without: "Act I: Scene II", "Part II, IV". */
function titleOf(point: NavPoint, bookTitle: string): string {
  const { parent } = point;
  if (parent === undefined || parent.title === bookTitle || parent.title === point.title) return point.title;
  // A title page's "by …" line is no part that chapters belong to.
  if (/^by\s/i.test(parent.title)) return point.title;
  if (NUMERAL.test(point.title)) return `${titleOf(parent, bookTitle)}, ${point.title}`;
  return parent.path === point.path && point.fragment !== ''
    ? `${parent.title}: ${point.title}`
    : point.title;
}
