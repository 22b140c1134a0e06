/**
 * A place in a book as an address carries it: a range of a section's text and the words it begins with. The words
 * find the place again (ResolvePlace) after the book was indexed again, when offsets have moved. Pure.
 */

import type { Block } from '../model.ts';
import type { TextRange } from '../passage/highlight.ts';

/** Longest fingerprint of a quotation, in UTF-16 units: enough words to stand once in a book. */
const FINGERPRINT_LENGTH = 32;

const WORD = /[\p{L}\p{N}]+/gu;

/** UTF-16 range of a section's text, and the fingerprint of what stood there. */
export interface Place extends TextRange {
  /** Empty if the address has none. */
  quote: string;
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

/** Whether a place's words are at its offset; the words of a short quotation begin a longer fingerprint. */
export function standsAt(text: string, place: Place): boolean {
  if (place.start >= text.length) return false;
  if (place.quote === '') return true;
  const here = fingerprint(text.slice(place.start, place.start + 10 * FINGERPRINT_LENGTH));
  return `${here} `.startsWith(`${place.quote} `);
}
