/** The passages that show best why a book was found. */
import { RRF_K } from '../fusion/rrf.ts';
import { bookPassages } from '../signals/fts-chunks.ts';
import { admits, type Question, type SearchIndex } from '../signals/signal.ts';
import { chunkCosines } from '../signals/vec-chunks.ts';

/** Passages of a book that each of the two signals may put forward. */
const CANDIDATES = 10;

/**
 * For each of the books, its passages by the combined rank of words and meaning among the book's own, best
 * first. `byWord` and `byMeaning` say which of the two may speak. Books without a candidate are left out.
 */
export function bestPassages(
  books: readonly number[],
  question: Question,
  index: SearchIndex,
  { byWord, byMeaning }: { byWord: boolean; byMeaning: boolean },
): Map<number, number[]> {
  const { chunks } = index.vectors;
  const wanted = new Set(books);
  const scores = new Map<number, Map<number, number>>(books.map((book) => [book, new Map()]));
  const give = (book: number, passage: number, rank: number) => {
    const ofBook = scores.get(book)!;
    ofBook.set(passage, (ofBook.get(passage) ?? 0) + 1 / (RRF_K + rank));
  };
  if (byWord) {
    const ranks = new Map<number, number>();
    for (const { id } of bookPassages(question, index)) {
      const row = chunks.rowOf(id);
      const book = row === undefined ? undefined : chunks.owners[row];
      if (book === undefined || !wanted.has(book)) continue;
      const rank = (ranks.get(book) ?? 0) + 1;
      ranks.set(book, rank);
      if (rank <= CANDIDATES) give(book, id, rank);
    }
  }
  if (byMeaning) {
    for (const [book, rows] of nearestRows(wanted, question, index)) {
      for (const [i, row] of rows.entries()) give(book, chunks.ids[row]!, i + 1);
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

/** The CANDIDATES rows of each book with the highest cosine, best first, in one pass over all rows. */
function nearestRows(
  wanted: ReadonlySet<number>,
  question: Question,
  index: SearchIndex,
): Map<number, number[]> {
  const { owners, ids } = index.vectors.chunks;
  const cosines = chunkCosines(question, index);
  const better = (a: number, b: number) =>
    cosines[a]! > cosines[b]! || (cosines[a] === cosines[b] && ids[a]! < ids[b]!);
  const nearest = new Map<number, number[]>([...wanted].map((book) => [book, []]));
  // Looked up once a row: a typed array is several times faster than the map.
  const worst = new Float64Array(1 + Math.max(0, ...wanted)).fill(Number.POSITIVE_INFINITY);
  for (const book of wanted) worst[book] = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < owners.length; row += 1) {
    const book = owners[row]!;
    // Beyond the last wanted book the comparison is with undefined, and false.
    if (!(cosines[row]! >= worst[book]!) || !admits(question.filter, book, ids[row]!)) continue;
    const rows = nearest.get(book)!;
    if (rows.length === CANDIDATES) {
      if (!better(row, rows[CANDIDATES - 1]!)) continue;
      rows.pop();
    }
    let place = rows.length;
    while (place > 0 && better(row, rows[place - 1]!)) place -= 1;
    rows.splice(place, 0, row);
    if (rows.length === CANDIDATES) worst[book] = cosines[rows[CANDIDATES - 1]!]!;
  }
  return nearest;
}
