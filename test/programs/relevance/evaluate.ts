/** Figures of a ranking over a judged set. */
import type { JudgedQuery } from './judged-set.ts';
import { ndcgAt10 } from './metrics.ts';
import { holds } from './quoted-sentences.ts';
import type { Ranking } from './rankings.ts';
import type { Run } from './run-file.ts';
import { interval, mean } from './statistics.ts';

export const MEASURES = ['nDCG@10', 'Recall@1', 'Recall@10', 'MRR@10'] as const;
export type Measure = (typeof MEASURES)[number];

export interface Figures {
  queries: number;
  /** Mean over groups, with the bounds of its 95 % interval. */
  means: Record<Measure, { mean: number; low: number; high: number }>;
  /** One value a group, in the order of the set: what a paired test compares. */
  values: Record<Measure, number[]>;
}

/** Queries that have an answer in this library. */
export function answerable(queries: readonly JudgedQuery[], run: Run): JudgedQuery[] {
  const library = new Set(run.library);
  return queries.filter(({ books }) => [...books].some(([book, grade]) => grade === 2 && library.has(book)));
}

/**
 * nDCG@10 by grades; Recall@1 (a book of grade 2 first), Recall@10 (share of the books of grade 2 among the
 * first ten, at most ten wanted), MRR@10 (first book of grade 2). Books that the library lacks don't count.
 */
export function evaluate(ranking: Ranking, queries: readonly JudgedQuery[], run: Run): Figures {
  const library = new Set(run.library);
  const groups = new Map<string, Record<Measure, number>[]>();
  for (const query of queries) {
    const answer = run.answers[query.text];
    if (answer === undefined) throw new Error(`The run has no answer to "${query.text}": collect it anew`);
    const books = new Map([...query.books].filter(([book]) => library.has(book)));
    const row = measure(ranking(answer), books);
    groups.set(query.group, [...(groups.get(query.group) ?? []), row]);
  }
  const values = {} as Figures['values'];
  const means = {} as Figures['means'];
  for (const name of MEASURES) {
    values[name] = [...groups.values()].map((rows) => mean(rows.map((row) => row[name])));
    const [low, high] = interval(values[name]);
    means[name] = { mean: mean(values[name]), low, high };
  }
  return { queries: queries.length, means, values };
}

function measure(ranked: readonly string[], books: ReadonlyMap<string, number>): Record<Measure, number> {
  const right = new Set([...books].flatMap(([book, grade]) => (grade === 2 ? [book] : [])));
  const first = ranked.slice(0, 10).findIndex((book) => right.has(book));
  const found = ranked.slice(0, 10).filter((book) => right.has(book)).length;
  return {
    'nDCG@10': ndcgAt10(ranked, books),
    'Recall@1': first === 0 ? 1 : 0,
    'Recall@10': found / Math.min(10, right.size),
    'MRR@10': first < 0 ? 0 : 1 / (first + 1),
  };
}

/** A passage that was found, and the key of its book. */
export interface FoundPassage {
  book: string;
  text: string;
}

/** Place, from 0, of the first passage of a right book that holds the words the set names; -1 without one. */
export function placeOfPassage({ books, passage }: JudgedQuery, found: readonly FoundPassage[]): number {
  if (passage === undefined) throw new Error('The query names no passage');
  return found.findIndex(({ book, text }) => books.get(book) === 2 && holds(text, passage));
}

/** The verdict "nothing relevant" against the set's queries without an answer. */
export function refusals(queries: readonly JudgedQuery[], run: Run) {
  const share = (some: readonly JudgedQuery[]) =>
    mean(some.map(({ text }) => (run.answers[text]?.relevant === false ? 1 : 0)));
  const none = queries.filter(({ books }) => books.size === 0);
  const good = answerable(queries, run);
  return { none: none.length, refused: share(none), good: good.length, lost: share(good) };
}
