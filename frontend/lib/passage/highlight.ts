/** Splitting text at marked ranges, and cutting the part of a passage worth showing in a list. Pure. */

/** Half-open [start, end), UTF-16 units of the text it belongs to. */
export interface TextRange {
  start: number;
  end: number;
}

export interface Segment {
  text: string;
  marked: boolean;
  /** Where the segment begins in the whole text. */
  start: number;
}

/** Sorted, clamped to the text, without empty ranges; ranges that touch or overlap become one. */
export function mergeRanges(ranges: readonly TextRange[], length: number): TextRange[] {
  const clamped = ranges
    .map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(length, end) }))
    .filter((r) => r.start < r.end)
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: TextRange[] = [];
  for (const range of clamped) {
    const last = merged.at(-1);
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end);
    else merged.push(range);
  }
  return merged;
}

/** The text as marked and plain pieces in order; joined they are the text again. */
export function segments(text: string, ranges: readonly TextRange[]): Segment[] {
  const pieces: Segment[] = [];
  let at = 0;
  for (const { start, end } of mergeRanges(ranges, text.length)) {
    if (start > at) pieces.push({ text: text.slice(at, start), marked: false, start: at });
    pieces.push({ text: text.slice(start, end), marked: true, start });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false, start: at });
  return pieces;
}

/** A piece of text under two kinds of marks. */
export interface MarkedSegment extends Segment {
  /** Within a sentence that is near in meaning; `marked` is a word of the query. */
  near: boolean;
}

/** The text cut at both kinds of marks; joined the pieces are the text again. */
export function markedSegments(
  text: string,
  words: readonly TextRange[],
  sentences: readonly TextRange[],
): MarkedSegment[] {
  return segments(text, sentences).flatMap(({ text: part, start, marked: near }) =>
    segments(part, shiftRanges(words, start, part.length)).map((piece) => ({
      ...piece,
      start: piece.start + start,
      near,
    })),
  );
}

/** Ranges of a whole text as ranges of its part from `offset` on, `length` units long. */
export function shiftRanges(ranges: readonly TextRange[], offset: number, length: number): TextRange[] {
  return mergeRanges(
    ranges.map(({ start, end }) => ({ start: start - offset, end: end - offset })),
    length,
  );
}

export interface Excerpt {
  text: string;
  /** Where it begins in the whole text. */
  start: number;
  ranges: TextRange[];
  /** Text was left out before or after. */
  cutBefore: boolean;
  cutAfter: boolean;
}

/** How far back from a hit an excerpt looks for the beginning of its sentence, in UTF-16 units. */
const LOOK_BACK = 140;

/**
 * At most `maxLength` units of the text around the place with the most different marked words. It begins at a
 * sentence where one begins close enough, else at a word, and ends at a word.
 */
export function excerpt(text: string, ranges: readonly TextRange[], maxLength: number): Excerpt {
  const merged = mergeRanges(ranges, text.length);
  if (text.length <= maxLength) return { text, start: 0, ranges: merged, cutBefore: false, cutAfter: false };
  let start = 0;
  let best = -1;
  for (const range of merged) {
    const from = excerptStart(text, range.start, maxLength);
    const inside = merged.filter((r) => r.start >= from && r.end <= from + maxLength);
    const words = new Set(inside.map((r) => text.slice(r.start, r.end).toLowerCase()));
    // Different words count first, then how many there are.
    const value = words.size * 1_000 + inside.length;
    if (value > best) {
      best = value;
      start = from;
    }
  }
  start = Math.min(start, lastStart(text, maxLength));
  const end = excerptEnd(text, start, maxLength);
  return {
    text: text.slice(start, end),
    start,
    ranges: shiftRanges(merged, start, end - start),
    cutBefore: start > 0,
    cutAfter: end < text.length,
  };
}

function excerptStart(text: string, hit: number, maxLength: number): number {
  if (hit < Math.min(LOOK_BACK, maxLength / 2)) return 0;
  const from = Math.max(0, hit - Math.min(LOOK_BACK, Math.floor(maxLength / 2)));
  const before = text.slice(from, hit);
  const sentences = [...before.matchAll(/[.!?…:;]["'”’)\]]*\s+/gu)];
  const last = sentences.at(-1);
  if (last) return from + last.index + last[0].length;
  const space = before.search(/\s/u);
  return space >= 0 ? from + space + 1 : notInsidePair(text, from);
}

/** The latest beginning that still fills the excerpt: the first sentence, else word, of the last `maxLength` units. */
function lastStart(text: string, maxLength: number): number {
  const from = text.length - maxLength;
  const tail = text.slice(from);
  const sentence = /[.!?…:;]["'”’)\]]*\s+/u.exec(tail.slice(0, LOOK_BACK));
  if (sentence) return from + sentence.index + sentence[0].length;
  const space = tail.search(/\s/u);
  return space >= 0 ? from + space + 1 : notInsidePair(text, from);
}

function excerptEnd(text: string, start: number, maxLength: number): number {
  const end = start + maxLength;
  if (end >= text.length) return text.length;
  const space = text.slice(start, end + 1).search(/\s\S*$/u);
  return space > 0 ? start + space : notInsidePair(text, end);
}

/** A place that does not split a surrogate pair. */
function notInsidePair(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}
