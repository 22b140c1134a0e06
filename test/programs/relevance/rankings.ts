/** Rankings that can be made of the lists of the signals. Pure functions. */
import { type Fusion, fuseLists } from '../../../services/retrieval/src/fusion/fusion.ts';
import { SIGNALS } from '../../../services/retrieval/src/signals/all-signals.ts';
import type { Signal } from '../../../services/retrieval/src/signals/signal.ts';
import type { Answer, BookList } from './run-file.ts';

/** Books in order, best first. */
export type Ranking = (answer: Answer) => string[];

export const KEYWORD = SIGNALS.filter(({ family }) => family === 'keyword');
export const SEMANTIC = SIGNALS.filter(({ family }) => family === 'semantic');

const booksOf = (list: BookList) => list.map(([book]) => book);

/** One signal alone. */
export const alone =
  ({ name }: Signal): Ranking =>
  ({ signals }) =>
    booksOf(signals[name] ?? []);

/** What the service answered. */
export const asServed: Ranking = (answer) => booksOf(answer.fused);

/** Some of the signals fused by the service's own function. */
export function fused(some: readonly Signal[], fusion: Fusion): Ranking {
  return ({ signals }) => {
    const ids = new Map<string, number>();
    const keys: string[] = [];
    const idOf = (book: string) => {
      if (!ids.has(book)) ids.set(book, keys.push(book) - 1);
      return ids.get(book)!;
    };
    const lists = some.map((signal) => ({
      signal,
      items: (signals[signal.name] ?? []).map(([book, raw]) => ({
        id: idOf(book),
        raw,
        evidence: { kind: 'book' as const, id: 0 },
      })),
    }));
    return fuseLists(lists, fusion).map(({ id }) => keys[id]!);
  };
}
