/** The signals of one scope, run one after the other and timed; their lists fused. */
import type { RankedList, SignalName } from '../fusion/ranked-list.ts';
import { type FusedItem, fuse } from '../fusion/rrf.ts';
import type { Library } from '../library/library.ts';
import { SIGNALS } from '../signals/all-signals.ts';
import { LIST_LIMIT, type Question, type SearchIndex, type Signal } from '../signals/signal.ts';
import type { Mode } from './search-input.ts';

/** Signals of a mode for a scope, or those of them that are named. */
export function signalsFor(
  mode: Mode,
  scope: Question['scope'],
  names: readonly SignalName[] | undefined,
): Signal[] {
  const inMode: Record<Mode, (signal: Signal) => boolean> = {
    hybrid: () => true,
    keyword: (signal) => signal.vector === undefined,
    semantic: (signal) => signal.vector !== undefined,
  };
  return SIGNALS.filter(
    (signal) =>
      inMode[mode](signal) &&
      signal.scopes.includes(scope) &&
      (names === undefined || names.includes(signal.name)),
  );
}

export class SignalRun {
  readonly question: Question;
  lists: RankedList[] = [];
  milliseconds: Partial<Record<SignalName, number>> = {};
  fuseMs = 0;
  readonly #signals: readonly Signal[];
  readonly #index: SearchIndex;
  #fused: FusedItem[] | undefined;

  constructor(question: Question, signals: readonly Signal[], index: SearchIndex) {
    this.question = question;
    this.#signals = signals;
    this.#index = index;
  }

  /** Signals that need no vector. */
  byWord(): void {
    this.#run(this.#signals.filter(({ vector }) => vector === undefined));
  }

  /** Signals whose vector the question has by now. */
  byMeaning(): void {
    const { vectors } = this.question;
    this.#run(this.#signals.filter(({ vector }) => vector !== undefined && vectors[vector] !== undefined));
  }

  #run(signals: readonly Signal[]): void {
    for (const signal of signals) {
      const started = performance.now();
      const items = signal.rank(this.question, this.#index);
      this.lists.push({
        signal: signal.name,
        items: onlyAdmitted(items, this.question, this.#index.library),
      });
      this.milliseconds[signal.name] = performance.now() - started;
    }
  }

  /** The lists as one, best first. */
  get fused(): readonly FusedItem[] {
    if (this.#fused === undefined) {
      const started = performance.now();
      this.#fused = fuse(this.lists);
      this.fuseMs = performance.now() - started;
    }
    return this.#fused;
  }

  /** False if a list is full: there may be more than was found. */
  get isWhole(): boolean {
    return this.lists.every(({ items }) => items.length < LIST_LIMIT);
  }
}

/** Topics, themes and domains that stand in none of the books that the filter leaves are taken out. */
function onlyAdmitted<T extends { id: number }>(
  items: readonly T[],
  { filter, scope }: Question,
  library: Library,
): readonly T[] {
  if (filter === undefined || scope === 'books' || scope === 'passages' || items.length === 0) return items;
  const books = JSON.stringify([...filter.books]);
  if (scope === 'topics') {
    const ids = JSON.stringify(items.map(({ id }) => id));
    const topics = new Set(library.statement<number>('topics-in-books', 'value').all({ ids, books }));
    return items.filter(({ id }) => topics.has(id));
  }
  const rows = library.statement<[number, number]>('themes-in-books', 'array').all(books);
  const admitted = new Set(rows.map(([theme, domain]) => (scope === 'themes' ? theme : domain)));
  return items.filter(({ id }) => admitted.has(id));
}
