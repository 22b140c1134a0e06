/** The passages that show best why a book was found. */
import { RRF_K } from '../fusion/rrf.ts';
import { bookPassages } from '../signals/fts-chunks.ts';
import { type Question, withinOf } from '../signals/signal.ts';
import { nearPassages } from '../signals/vec-chunks.ts';
import type { Store } from '../store/store.ts';

/** Passages of a book that each of the two signals may put forward. */
const CANDIDATES = 10;

/**
 * For each of the books, its passages by the combined rank of words and meaning among the book's own, best
 * first. `byWord` and `byMeaning` say which of the two may speak. Books without a candidate are left out.
 */
export async function bestPassages(
  books: readonly number[],
  question: Question,
  store: Store,
  { byWord, byMeaning }: { byWord: boolean; byMeaning: boolean },
): Promise<Map<number, number[]>> {
  const scores = new Map<number, Map<number, number>>(books.map((book) => [book, new Map()]));
  const give = (book: number, passage: number, rank: number) => {
    const ofBook = scores.get(book)!;
    ofBook.set(passage, (ofBook.get(passage) ?? 0) + 1 / (RRF_K + rank));
  };
  if (byWord) {
    const ranks = new Map<number, number>();
    for (const { id, owner: book } of await bookPassages(question, store)) {
      if (!scores.has(book)) continue;
      const rank = (ranks.get(book) ?? 0) + 1;
      ranks.set(book, rank);
      if (rank <= CANDIDATES) give(book, id, rank);
    }
  }
  if (byMeaning) {
    const near = nearPassages(question, store);
    for (const [book, passages] of await near.nearestOf(books, CANDIDATES, withinOf(question))) {
      for (const [i, passage] of passages.entries()) give(book, passage, i + 1);
    }
  }
  return new Map(
    [...scores]
      .filter(([, ofBook]) => ofBook.size > 0)
      .map(([book, ofBook]) => [
        book,
        [...ofBook].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([passage]) => passage),
      ]),
  );
}
