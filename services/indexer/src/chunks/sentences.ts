/** Where a text that is too long for one chunk may be divided. */

/** Ends a "sentence" of Unicode's rules that isn't one: titles, initials, and their kind. */
const ABBREVIATION =
  /(?:^|[\s(“"'‘])(?:Mr|Mrs|Ms|Dr|St|Mme|Mlle|M|Messrs|Prof|Rev|Hon|Capt|Col|Gen|Lt|Sgt|Sr|Jr|vs|viz|cf|e\.g|i\.e|etc|No|Vol|Ch|p|pp|[A-Z])\.\s*$/u;

/** A half-open range of UTF-16 units. */
export interface Range {
  start: number;
  end: number;
}

/**
 * Ranges of the sentences (or lines) of a text, without the white space between them.
 * @param language BCP 47; "und" takes the root rules
 */
export function sentenceRanges(text: string, language: string): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  let end = 0;
  for (const { segment } of segmenterFor(language).segment(text)) {
    end += segment.length;
    if (ABBREVIATION.test(segment) && end < text.length && !segment.endsWith('\n')) continue;
    ranges.push({ start, end });
    start = end;
  }
  if (start < end) ranges.push({ start, end });
  return ranges.map((range) => trimRange(text, range)).filter((range) => range.start < range.end);
}

/** Ranges of the white-space-separated words. */
export function wordRanges(text: string): Range[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** White-space-separated words, counted without a list of them. */
export function countWords(text: string): number {
  let words = 0;
  for (const _ of text.matchAll(/\S+/g)) words++;
  return words;
}

/** The range as pieces of at most `size` UTF-16 units, cut at white space if there is some near the end. */
export function cutLong(text: string, { start, end }: Range, size: number): Range[] {
  const pieces: Range[] = [];
  let from = start;
  while (end - from > size) {
    const space = text.lastIndexOf(' ', from + size);
    const to = space > from + size / 2 ? space : beforePair(text, from + size);
    pieces.push({ start: from, end: to });
    from = to;
    while (from < end && text[from] === ' ') from++;
  }
  pieces.push({ start: from, end });
  return pieces;
}

/** One unit earlier if the cut would part a surrogate pair. */
function beforePair(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at;
}

/** A letter with more marks than this is no letter, in UTF-16 units; the longest emoji have about 30. */
const MAX_GRAPHEME = 64;

/** Ranges of at most `size` graphemes that make up the text, for "words" without end. */
export function graphemeRanges(text: string, size: number): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  let count = 0;
  for (const { index, segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) {
    for (const part of cutLong(text, { start: index, end: index + segment.length }, MAX_GRAPHEME)) {
      if (count === size) {
        ranges.push({ start, end: part.start });
        start = part.start;
        count = 0;
      }
      count++;
    }
  }
  ranges.push({ start, end: text.length });
  return ranges;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

function trimRange(text: string, { start, end }: Range): Range {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from]!)) from++;
  while (to > from && /\s/.test(text[to - 1]!)) to--;
  return { start: from, end: to };
}
