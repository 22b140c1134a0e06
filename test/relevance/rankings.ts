/** Rankings that can be made of the lists of the seven signals. Pure functions. */
import { type Fusion, fuseLists } from '../../services/retrieval/src/fusion/fusion.ts';
import { type Answer, type BookList, SIGNALS, type SignalName } from './run-file.ts';

/** Books in order, best first. */
export type Ranking = (answer: Answer) => string[];

export const KEYWORD = SIGNALS.filter((name) => name.startsWith('fts_'));
export const SEMANTIC = SIGNALS.filter((name) => name.startsWith('vec_'));

const booksOf = (list: BookList) => list.map(([book]) => book);

/** One signal alone. */
export const alone =
  (name: SignalName): Ranking =>
  (answer) =>
    booksOf(answer.signals[name]);

/** What the service answered. */
export const asServed: Ranking = (answer) => booksOf(answer.fused);

/** Some of the signals fused by the service's own function. */
export function fused(names: readonly SignalName[], fusion: Fusion): Ranking {
  return ({ signals }) => {
    const ids = new Map<string, number>();
    const keys: string[] = [];
    const idOf = (book: string) => {
      if (!ids.has(book)) ids.set(book, keys.push(book) - 1);
      return ids.get(book)!;
    };
    const lists = names.map((signal) => ({
      signal,
      items: signals[signal].map(([book, raw]) => ({
        id: idOf(book),
        raw,
        evidence: { kind: 'book' as const, id: 0 },
      })),
    }));
    return fuseLists(lists, fusion).map(({ id }) => keys[id]!);
  };
}
