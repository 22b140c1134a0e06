/** Plain text as the pages show it: in paragraphs, and without the headings it begins with. Pure. */

import type { Passage } from '../model.ts';
import { shiftRanges, type TextRange } from './highlight.ts';

export interface PassageText {
  /** The headings the passage begins with; empty if there are none. */
  heading: string;
  text: string;
  /** Ranges within `text`: the query's words, and sentences near to it in meaning. */
  ranges: TextRange[];
  sentences: TextRange[];
}

/** The paragraphs of a text, each with its place; empty lines are none. */
export function paragraphs(text: string): { start: number; text: string }[] {
  return [...text.matchAll(/[^\n]+/g)]
    .map((match) => ({ start: match.index, text: match[0].trim() }))
    .filter((paragraph) => paragraph.text !== '');
}

/** The blocks of a passage, parted by empty lines; lines of verse stay lines within theirs. */
export function stanzas(text: string): { start: number; text: string }[] {
  return [...text.matchAll(/(?:[^\n]+\n?)+/g)]
    .map((match) => ({ start: match.index, text: match[0].trim() }))
    .filter((stanza) => stanza.text !== '');
}

const collapse = (text: string) => text.replace(/\s+/g, ' ').trim();

/** A heading above the text is shorter than this, UTF-16 units, and what it heads is longer. */
const HEADING_MAX = 80;
const BODY_MIN = 120;

/**
 * Where the text proper begins: after the section's title, as far as the first lines say it, and after headings of
 * parts, one short line each without an end of its own, such as “IV” or “Friendship or Love, continued”.
 */
function bodyStart(text: string, title: string): number {
  let start = 0;
  const lines = /[^\n]*\n+/g;
  for (let line = lines.exec(text); title !== '' && line !== null; line = lines.exec(text)) {
    const head = collapse(text.slice(0, lines.lastIndex));
    if (head === title) start = lines.lastIndex;
    if (!title.startsWith(head)) break;
  }
  const part = /([^\n]*[^\n\s.!?…,;:—”’"')\]])\s*\n\n\s*|[\dIVXLC]+\.\s*\n\n\s*/y;
  for (;;) {
    part.lastIndex = start;
    const [whole] = part.exec(text) ?? [];
    if (whole === undefined || whole.length > HEADING_MAX) return start;
    if (text.length - start - whole.length < BODY_MIN) return start;
    start += whole.length;
  }
}

/**
 * Splits off the headings that the passage begins with. In a list the title is beside the quotation, and run into
 * the first sentence it reads like a mistake.
 */
export function passageText(
  passage: Pick<Passage, 'text' | 'highlights' | 'section'> & { sentences?: readonly TextRange[] },
): PassageText {
  const { text, highlights, sentences = [] } = passage;
  const start = bodyStart(text, collapse(passage.section?.title ?? ''));
  const body = text.slice(start);
  const shift = (ranges: readonly TextRange[]) => shiftRanges(ranges, start, body.length);
  return {
    heading: collapse(text.slice(0, start)),
    text: body,
    ranges: shift(highlights),
    sentences: shift(sentences),
  };
}
