/** How many of a book's words another file of it gives, in their order. */
import type { ParsedBook } from '../book.ts';

/** Share of runs of four words that both books have, of the runs of the longer one. */
export function sharedFourGrams(wanted: ParsedBook, got: ParsedBook): number {
  const [a, b] = [fourGrams(wanted), fourGrams(got)];
  const left = new Map<string, number>();
  for (const gram of a) left.set(gram, (left.get(gram) ?? 0) + 1);
  let shared = 0;
  for (const gram of b) {
    const count = left.get(gram) ?? 0;
    if (count === 0) continue;
    shared++;
    left.set(gram, count - 1);
  }
  return shared / Math.max(a.length, b.length, 1);
}

/** Letters and digits, lower case: punctuation at the joints of headings is no word. */
export function wordsOf(book: Pick<ParsedBook, 'sections'>): string[] {
  const text = book.sections.flatMap(({ blocks }) => blocks.map((block) => block.text)).join('\n');
  return text.toLowerCase().match(/[\p{L}\p{M}\d]+/gu) ?? [];
}

function fourGrams(book: ParsedBook): string[] {
  const words = wordsOf(book);
  return words.slice(3).map((_, i) => words.slice(i, i + 4).join(' '));
}
