/** Three short signals for "books like this one"; none needs the embedding service. */
import { byRaw, type RankedItem } from '../fusion/ranked-list.ts';
import { ftsBooks } from '../signals/fts-books.ts';
import { buildMatch, parseQuery } from '../signals/fts-query.ts';
import { LIST_LIMIT, type SearchIndex, type Signal } from '../signals/signal.ts';
import { vecBooks } from '../signals/vec-books.ts';
import { vecPhrases } from '../signals/vec-phrases.ts';

/** The book that others are compared with. */
export interface RelatedSource {
  id: number;
  title: string;
  authors: readonly string[];
  subjects: readonly string[];
  /** Its leading phrases, heaviest first. */
  phrases: readonly { id: number; label: string }[];
}

interface RelatedSignal {
  /** The signal of the search whose kind of evidence it gives. */
  signal: Signal;
  /** As a signal's: why it found a book. */
  because(matched: string): string;
  /** What its cosine compares, in the reason for a book; undefined if it has none. */
  compares: string | undefined;
  /** Other books, in the total order of `byRaw`; the book itself is left out. */
  rank(source: RelatedSource, index: SearchIndex): RankedItem[];
}

/** "title by author. five phrases" and the subjects, against title, authors, subjects and description. */
function byWords({ id, title, authors, subjects, phrases }: RelatedSource, index: SearchIndex): RankedItem[] {
  const text = [title, ...authors, ...phrases.map((p) => p.label), ...subjects]
    .join(' ')
    .replaceAll('"', ' ');
  const books = index.vectors.books.size;
  const { expression } = buildMatch(parseQuery(text), {
    frequency: (stem) => index.frequencies.rows('fts_books', stem),
    postingsBudget: books * 8,
  });
  if (expression === '') return [];
  return index.library
    .statement<[number, number]>('search-books', 'array')
    .all(expression, LIST_LIMIT)
    .filter(([other]) => other !== id)
    .map(([other, raw]): RankedItem => ({ id: other, raw, evidence: { kind: 'book', id: other } }))
    .sort(byRaw);
}

/** Mean over this book's phrases of the nearest phrase of the other; evidence is the nearest of all. */
function byPhrases({ id, phrases }: RelatedSource, index: SearchIndex): RankedItem[] {
  const table = index.vectors.phrases;
  const { owners, ids } = table;
  const sums = new Map<number, { sum: number; best: number; phrase: number }>();
  let asked = 0;
  for (const phrase of phrases) {
    const vector = table.vector(phrase.id);
    if (vector === undefined) continue;
    asked += 1;
    const scores = table.scoreAll(vector);
    const nearest = new Map<number, number>();
    for (let row = 0; row < owners.length; row += 1) {
      const owner = owners[row]!;
      if (owner === id) continue;
      const known = nearest.get(owner);
      if (
        known === undefined ||
        scores[row]! > scores[known]! ||
        (scores[row] === scores[known] && ids[row]! < ids[known]!)
      ) {
        nearest.set(owner, row);
      }
    }
    for (const [owner, row] of nearest) {
      const cosine = scores[row]!;
      const item = sums.get(owner) ?? { sum: 0, best: -1, phrase: 0 };
      item.sum += cosine;
      if (cosine > item.best) {
        item.best = cosine;
        item.phrase = ids[row]!;
      }
      sums.set(owner, item);
    }
  }
  return [...sums]
    .map(
      ([other, { sum, phrase }]): RankedItem => ({
        id: other,
        raw: sum / asked,
        evidence: { kind: 'phrase', id: phrase },
      }),
    )
    .sort(byRaw)
    .slice(0, LIST_LIMIT);
}

function byBookVector({ id }: RelatedSource, index: SearchIndex): RankedItem[] {
  const table = index.vectors.books;
  const vector = table.vector(id);
  if (vector === undefined) return [];
  const { ids } = table;
  const best = table.topK(vector, LIST_LIMIT, (row) => ids[row] !== id);
  return Array.from(best.ids, (other, i) => ({
    id: other,
    raw: best.scores[i]!,
    evidence: { kind: 'book' as const, id: other },
  }));
}

/** The three, in the order in which they run. */
export const RELATED_SIGNALS: readonly RelatedSignal[] = [
  {
    signal: ftsBooks,
    because: () => 'their titles, subjects or phrases share words',
    compares: undefined,
    rank: byWords,
  },
  {
    signal: vecPhrases,
    because: (phrase) => `its phrase “${phrase}” is close to this book’s`,
    compares: 'phrases',
    rank: byPhrases,
  },
  {
    signal: vecBooks,
    because: () => 'the two books are close as wholes',
    compares: 'whole book',
    rank: byBookVector,
  },
];
