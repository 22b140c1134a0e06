/** Plain text as the pages show it: in paragraphs, and without the heading it begins with. Pure. */
import { shiftRanges, type TextRange } from './highlight.ts';
import type { Passage } from './model.ts';

export interface PassageText {
  /** The section's heading as it stands in the text; empty if the passage does not begin with it. */
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

/**
 * Splits off the section's title where the passage's first lines say it. In a list the title stands beside the
 * quotation, and run into the first sentence it reads like a mistake.
 */
export function passageText(
  passage: Pick<Passage, 'text' | 'highlights' | 'section'> & { sentences?: readonly TextRange[] },
): PassageText {
  const { text, highlights, sentences = [] } = passage;
  const title = collapse(passage.section?.title ?? '');
  const lines = /[^\n]*\n+/g;
  for (let line = lines.exec(text); title !== '' && line !== null; line = lines.exec(text)) {
    const head = collapse(text.slice(0, lines.lastIndex));
    if (head === title) {
      const body = text.slice(lines.lastIndex);
      const shift = (ranges: readonly TextRange[]) => shiftRanges(ranges, lines.lastIndex, body.length);
      return { heading: title, text: body, ranges: shift(highlights), sentences: shift(sentences) };
    }
    if (!title.startsWith(head)) break;
  }
  const whole = (ranges: readonly TextRange[]) => shiftRanges(ranges, 0, text.length);
  return { heading: '', text, ranges: whole(highlights), sentences: whole(sentences) };
}
