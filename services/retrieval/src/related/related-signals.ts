/** Three short signals for "books like this one"; none needs the embedding service. */
import { byRaw, type RankedItem } from '../fusion/ranked-list.ts';
import { ftsBooks } from '../signals/fts-books.ts';
import { chooseTerms, parseQuery } from '../signals/fts-query.ts';
import { LIST_LIMIT, type Signal } from '../signals/signal.ts';
import { vecBooks } from '../signals/vec-books.ts';
import { vecPhrases } from '../signals/vec-phrases.ts';
import type { Store } from '../store/store.ts';

/** More books than any library has. */
const EVERY_BOOK = Number.MAX_SAFE_INTEGER;

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
  /** The reason for a book that shares no telling topic. */
  compares: string;
  /** Other books, in the total order of `byRaw`; the book itself is left out. */
  rank(source: RelatedSource, store: Store): Promise<RankedItem[]>;
}

/** "title by author. five phrases" and the subjects, against title, authors, subjects and description. */
async function byWords(
  { id, title, authors, subjects, phrases }: RelatedSource,
  { text, vectors }: Store,
): Promise<RankedItem[]> {
  const words = [title, ...authors, ...phrases.map((p) => p.label), ...subjects]
    .join(' ')
    .replaceAll('"', ' ');
  const query = parseQuery(words);
  const counts = await text.frequencies(
    query.terms.flatMap(({ stems, joined }) => (joined === undefined ? stems : [...stems, joined.stem])),
  );
  const terms = chooseTerms(query, {
    frequency: (stem) => counts.get(stem)?.books ?? 0,
    postingsBudget: vectors.count('books') * 8,
  });
  return (await text.books(terms, LIST_LIMIT))
    .filter((other) => other.id !== id)
    .map(({ id: other, raw }): RankedItem => ({ id: other, raw, evidence: { kind: 'book', id: other } }))
    .sort(byRaw);
}

/** Mean over this book's phrases of the nearest phrase of the other; evidence is the nearest of all. */
async function byPhrases({ id, phrases }: RelatedSource, { vectors }: Store): Promise<RankedItem[]> {
  const sums = new Map<number, { sum: number; best: number; phrase: number }>();
  const own = await vectors.vectors(
    'phrases',
    phrases.map((phrase) => phrase.id),
  );
  for (const { vector } of own.values()) {
    const near = vectors.compare('phrases', vector);
    for (const { owner, raw, best } of await near.bestOfOwners(1, EVERY_BOOK, { exceptBook: id })) {
      const item = sums.get(owner) ?? { sum: 0, best: -1, phrase: 0 };
      item.sum += raw;
      if (raw > item.best) {
        item.best = raw;
        item.phrase = best;
      }
      sums.set(owner, item);
    }
  }
  return [...sums]
    .map(
      ([other, { sum, phrase }]): RankedItem => ({
        id: other,
        raw: sum / own.size,
        evidence: { kind: 'phrase', id: phrase },
      }),
    )
    .sort(byRaw)
    .slice(0, LIST_LIMIT);
}

async function byBookVector({ id }: RelatedSource, { vectors }: Store): Promise<RankedItem[]> {
  const own = (await vectors.vectors('books', [id])).get(id);
  if (own === undefined) return [];
  const near = await vectors.nearest('books', own.vector, LIST_LIMIT, { exceptBook: id });
  return near.map(({ id: other, raw }) => ({ id: other, raw, evidence: { kind: 'book', id: other } }));
}

/** The three, in the order in which they run. */
export const RELATED_SIGNALS: readonly RelatedSignal[] = [
  {
    signal: ftsBooks,
    because: () => 'their titles, subjects or phrases share words',
    compares: 'their titles and subjects share words',
    rank: byWords,
  },
  {
    signal: vecPhrases,
    because: (phrase) => `its phrase “${phrase}” is close to this book’s`,
    compares: 'their leading phrases are close in meaning',
    rank: byPhrases,
  },
  {
    signal: vecBooks,
    because: () => 'the two books are close as wholes',
    compares: 'as wholes they are close in meaning',
    rank: byBookVector,
  },
];
