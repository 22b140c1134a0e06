/** Passages of a topic, grouped by book. Pure. */
import type { Book, Passage, TopicPassage } from '../model.ts';

/** Passages shown of one book. */
export const PER_BOOK = 3;

/** Books in the order of their best passage, each with its first passages in the order given. */
export function passagesByBook(
  passages: readonly TopicPassage[],
  perBook = PER_BOOK,
): { book: Book; passages: Passage[] }[] {
  const groups = new Map<number, { book: Book; passages: Passage[] }>();
  for (const { book, passage } of passages) {
    if (!book || !passage) continue;
    const group = groups.get(book.id) ?? { book, passages: [] };
    if (group.passages.length < perBook) group.passages.push(passage);
    groups.set(book.id, group);
  }
  return [...groups.values()];
}
