/** What became of a book's text, in a sentence: what is not searched and why, what could not be read. */
import type { ParsedBook } from '../book.ts';
import { countWords } from '../formats/text/plain-text.ts';

/** Places named in one sentence; a damaged file may have thousands. */
const MAX_NAMED = 3;

/** How a remark begins that only says what is not searched: nothing is wrong with the book. */
export const NOT_SEARCHED = 'not searched';

/** Words outside the body by what they are, most first. */
export function wordsLeftOut({
  sections,
}: Pick<ParsedBook, 'sections'>): [apparatus: string, words: number][] {
  const words = new Map<string, number>();
  for (const { kind, apparatus = kind, blocks } of sections) {
    if (kind === 'body') continue;
    const sum = blocks.reduce((total, { text }) => total + countWords(text), 0);
    words.set(apparatus, (words.get(apparatus) ?? 0) + sum);
  }
  return [...words].sort((a, b) => b[1] - a[1]);
}

/** "could not be read: b.xhtml; not searched: 412 words (notes 292, contents 120)"; empty if all is searched and sound. */
export function readingRemarks(book: Pick<ParsedBook, 'sections' | 'notes'>): string {
  const remarks: string[] = [];
  for (const [kind, title] of [
    ['unread', 'could not be read'],
    ['repaired', 'repaired'],
  ] as const) {
    const places = (book.notes ?? []).filter((note) => note.kind === kind).map(({ place }) => place);
    if (places.length === 0) continue;
    const more = places.length > MAX_NAMED ? ` and ${places.length - MAX_NAMED} more` : '';
    remarks.push(`${title}: ${places.slice(0, MAX_NAMED).join(', ')}${more}`);
  }
  const leftOut = wordsLeftOut(book);
  if (leftOut.length > 0) {
    const sum = leftOut.reduce((total, [, words]) => total + words, 0);
    const kinds = leftOut.map(([apparatus, words]) => `${apparatus} ${words.toLocaleString('en')}`);
    remarks.push(`${NOT_SEARCHED}: ${sum.toLocaleString('en')} words (${kinds.join(', ')})`);
  }
  return remarks.join('; ');
}
