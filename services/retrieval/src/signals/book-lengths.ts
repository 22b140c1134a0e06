/** How long each book is beside the average one: long books hold more of everything, by chance as well. */
import type { Question, SearchIndex } from './signal.ts';

/** Passages of a book / average over the books that have any; 1 for an unknown book. */
export function relativeLengths(question: Question, index: SearchIndex): (book: number) => number {
  const lengths = question.once('book lengths', () => {
    const { owners } = index.vectors.chunks;
    const passages = new Map<number, number>();
    for (let row = 0; row < owners.length; row += 1) {
      passages.set(owners[row]!, (passages.get(owners[row]!) ?? 0) + 1);
    }
    const average = owners.length / Math.max(1, passages.size);
    return new Map([...passages].map(([book, count]) => [book, count / average]));
  });
  return (book) => lengths.get(book) ?? 1;
}
