/** The passages that show best why a book was found. */
import { RRF_K } from '../fusion/rrf.ts';
import { bookPassages } from '../signals/fts-chunks.ts';
import { COSINE_UNITS } from '../signals/joint-chunks.ts';
import { type Question, withinOf } from '../signals/signal.ts';
import { nearPassages } from '../signals/vec-chunks.ts';
import type { Store } from '../store/store.ts';

/** Passages of a book that each of the two signals may put forward. */
const CANDIDATES = 10;

interface Candidate {
  id: number;
  /** What a quotation is worth; 0 for all others. */
  lift: number;
  bm25: number;
  /** Of its ranks by words and by meaning among the book's own. */
  rrf: number;
}

/**
 * For each of the books, its passages: what the reader quotes, then the one with most of words and meaning together (the
 * evidence of `joint_chunks`), then the others by the combined rank of the two. `byWord` and `byMeaning` say which of
 * the two may speak. Books without a candidate are left out.
 */
export async function bestPassages(
  books: readonly number[],
  question: Question,
  store: Store,
  { byWord, byMeaning }: { byWord: boolean; byMeaning: boolean },
): Promise<Map<number, number[]>> {
  const candidates = new Map<number, Map<number, Candidate>>(books.map((book) => [book, new Map()]));
  if (byWord) {
    for (const { id, owner, raw, lift = 0 } of await bookPassages(question, store)) {
      const ofBook = candidates.get(owner);
      if (ofBook === undefined || ofBook.size >= CANDIDATES) continue;
      ofBook.set(id, { id, lift, bm25: raw, rrf: 1 / (RRF_K + ofBook.size + 1) });
    }
  }
  const cosines = new Map<number, number>();
  if (byMeaning) {
    const near = nearPassages(question, store);
    for (const [book, passages] of await near.nearestOf(books, CANDIDATES, withinOf(question))) {
      const ofBook = candidates.get(book)!;
      for (const [i, id] of passages.entries()) {
        const known = ofBook.get(id) ?? { id, lift: 0, bm25: 0, rrf: 0 };
        ofBook.set(id, { ...known, rrf: known.rrf + 1 / (RRF_K + i + 1) });
      }
    }
    const ids = [...candidates.values()].flatMap((ofBook) => [...ofBook.keys()]);
    for (const [id, cosine] of await near.cosines(ids)) cosines.set(id, cosine);
  }
  return new Map(
    [...candidates]
      .filter(([, ofBook]) => ofBook.size > 0)
      .map(([book, ofBook]) => [book, inOrder([...ofBook.values()], cosines)]),
  );
}

function inOrder(candidates: readonly Candidate[], cosines: ReadonlyMap<number, number>): number[] {
  const evidence = ({ id, bm25 }: Candidate) => bm25 + COSINE_UNITS * (cosines.get(id) ?? 0);
  const best = candidates.reduce((a, b) => (evidence(b) > evidence(a) ? b : a));
  const isBest = (candidate: Candidate) => (candidate === best ? 1 : 0);
  return [...candidates]
    .sort((a, b) => b.lift - a.lift || isBest(b) - isBest(a) || b.rrf - a.rrf || a.id - b.id)
    .map(({ id }) => id);
}
