/**
 * A place in a book as an address carries it: a range of a section's text and the words it begins with. The words
 * find the place again after the book was indexed anew, when offsets have moved. Pure.
 */
import type { TextRange } from './highlight.ts';
import type { Block } from './model.ts';

/** Longest fingerprint of a quotation, in UTF-16 units: enough words to stand once in a book. */
const FINGERPRINT_LENGTH = 32;

const WORD = /[\p{L}\p{N}]+/gu;

/** UTF-16 range of a section's text, and the fingerprint of what stood there. */
export interface Place extends TextRange {
  /** Empty if the address has none. */
  quote: string;
}

/** What became of a place: it stands where it stood, it has moved within the section, or it is not there. */
export interface Located extends TextRange {
  state: 'same' | 'moved' | 'lost';
}

/** The words a text begins with, in lower case, whole ones as far as they fit. */
export function fingerprint(text: string): string {
  let words = '';
  for (const [word] of normal(text).matchAll(WORD)) {
    const longer = words === '' ? word : `${words} ${word}`;
    // Scripts without spaces have words longer than the whole.
    if (longer.length > FINGERPRINT_LENGTH) return words === '' ? word.slice(0, FINGERPRINT_LENGTH) : words;
    words = longer;
  }
  return words;
}

/** Same length as the text, so that offsets stay true. */
function normal(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** `at=120-480&quote=…` → a place; undefined if there is none in the address. */
export function parsePlace(params: URLSearchParams): Place | undefined {
  const [, from, to] = /^(\d{1,9})-(\d{1,9})$/.exec(params.get('at') ?? '') ?? [];
  const start = Number(from);
  const end = Number(to);
  if (from === undefined || to === undefined || end <= start) return undefined;
  return { start, end, quote: fingerprint(params.get('quote') ?? '') };
}

/** A section's text with its blocks at their offsets. */
export function sectionText(blocks: readonly Block[]): string {
  let text = '';
  for (const block of blocks) text = text.padEnd(block.start, '\n') + block.text;
  return text;
}

/** Looks a place up in a section's text: where it stood, else where its words stand nearest to that. */
export function locate(text: string, place: Place): Located {
  const length = place.end - place.start;
  const inside = place.start < text.length;
  if (inside && (place.quote === '' || startsWith(text, place)))
    return { start: place.start, end: Math.min(place.end, text.length), state: 'same' };
  const starts = place.quote === '' ? [] : findWords(text, place.quote.split(' '));
  const [start] = starts.toSorted((a, b) => Math.abs(a - place.start) - Math.abs(b - place.start));
  if (start !== undefined) return { start, end: Math.min(start + length, text.length), state: 'moved' };
  const nearest = Math.max(0, Math.min(place.start, text.length - 1));
  return { start: nearest, end: Math.min(nearest + length, text.length), state: 'lost' };
}

/** A short quotation's words are the beginning of a longer fingerprint. */
function startsWith(text: string, place: Place): boolean {
  return `${fingerprint(text.slice(place.start, place.start + 10 * FINGERPRINT_LENGTH))} `.startsWith(
    `${place.quote} `,
  );
}

/** Offsets at which these words stand one after the other, whatever is between them. */
function findWords(text: string, wanted: readonly string[]): number[] {
  const words = [...normal(text).matchAll(WORD)];
  return words
    .filter((_, i) => wanted.every((word, j) => isWord(words[i + j]?.[0] ?? '', word)))
    .map((word) => word.index);
}

/** A fingerprint's only word may be the beginning of a longer one. */
function isWord(word: string, wanted: string): boolean {
  return word === wanted || (wanted.length === FINGERPRINT_LENGTH && word.startsWith(wanted));
}
