/** The signals of one scope, run one after the other and timed; their lists fused. */
import type { Degradation__Out as Degradation } from '@libtrails/proto/types/library/v1/Degradation';
import { type Fusion, fuseLists } from '../fusion/fusion.ts';
import type { RankedList } from '../fusion/ranked-list.ts';
import type { FusedItem } from '../fusion/rrf.ts';
import { SIGNALS } from '../signals/all-signals.ts';
import { ftsChunks } from '../signals/fts-chunks.ts';
import { withoutFilters } from '../signals/shared-work.ts';
import { LIST_LIMIT, type Question, type Signal } from '../signals/signal.ts';
import type { Store } from '../store/store.ts';
import type { Mode, ScoredId } from './search-input.ts';
import type { TimeSlice } from './time-slice.ts';

/** Signals of a mode for a scope, or those of them that are named. */
export function signalsFor(
  mode: Mode,
  scope: Question['scope'],
  names: readonly string[] | undefined,
): Signal[] {
  return SIGNALS.filter(
    (signal) =>
      (mode === 'hybrid' || signal.family === mode) &&
      signal.scopes.includes(scope) &&
      (names === undefined || names.includes(signal.name)),
  );
}

export class SignalRun {
  question: Question;
  lists: RankedList[] = [];
  /** Milliseconds that each signal took, by its name. */
  milliseconds: Record<string, number> = {};
  fuseMs = 0;
  /** Signals that time did not allow. */
  leftOut: Signal[] = [];
  readonly #signals: readonly Signal[];
  readonly #store: Store;
  readonly fusion: Fusion;
  #fused: FusedItem[] | undefined;

  constructor(question: Question, signals: readonly Signal[], store: Store, fusion: Fusion) {
    this.question = question;
    this.#signals = signals;
    this.#store = store;
    this.fusion = fusion;
  }

  /** Whether the signal takes part. */
  asks(signal: Signal): boolean {
    return this.#signals.includes(signal);
  }

  /** Signals that need no vector. */
  async byWord(slice: TimeSlice): Promise<void> {
    await this.#run(
      slice,
      this.#signals.filter(({ vector }) => vector === undefined),
    );
  }

  /** Signals whose vector is there; the question has the vectors from then on. */
  async byMeaning(vectors: Question['vectors'], slice: TimeSlice): Promise<void> {
    this.question = { ...this.question, vectors };
    await this.#run(
      slice,
      this.#signals.filter(({ vector }) => vector !== undefined && vectors[vector] !== undefined),
    );
  }

  async #run(slice: TimeSlice, signals: readonly Signal[]): Promise<void> {
    for (const signal of signals) {
      await slice.pause();
      if (slice.isOver) {
        this.leftOut.push(signal);
        continue;
      }
      const started = performance.now();
      const items = await signal.rank(this.question, this.#store);
      this.lists.push({
        signal,
        items: await onlyAdmitted(items, this.question, this.#store),
        ...(await this.#unfiltered(signal)),
      });
      this.milliseconds[signal.name] = performance.now() - started;
    }
  }

  /** What the signal finds without filters; a joint signal's scores need no yardstick. */
  async #unfiltered(signal: Signal): Promise<Pick<RankedList, 'unfiltered'>> {
    if (this.question.filter === undefined || this.fusion !== 'scores' || signal.family === 'joint')
      return {};
    const whole = { ...this.question, filter: undefined, shared: withoutFilters(this.question.shared) };
    return { unfiltered: await signal.rank(whole, this.#store) };
  }

  /** The lists as one, best first. */
  get fused(): readonly FusedItem[] {
    if (this.#fused === undefined) {
      const started = performance.now();
      this.#fused = fuseLists(this.lists, this.fusion);
      this.fuseMs = performance.now() - started;
    }
    return this.#fused;
  }

  /** The best by all signals, and by those of meaning alone. */
  ranked(limit: number): { all: ScoredId[]; meant: ScoredId[] } {
    const byMeaning = this.lists.filter(({ signal }) => signal.family === 'semantic');
    const best = (items: readonly FusedItem[]) =>
      items.slice(0, limit).map(({ id, score }): ScoredId => ({ id, score }));
    return { all: best(this.fused), meant: best(fuseLists(byMeaning, this.fusion)) };
  }

  /** False if a list is full: there may be more than was found. */
  get isWhole(): boolean {
    return this.lists.every(({ items }) => items.length < LIST_LIMIT);
  }
}

/** What time did not allow, in words a reader understands; nothing if all was done. */
export function cutOff(
  runs: readonly SignalRun[],
  phrasesWhole: boolean,
): Pick<Degradation, 'code' | 'message' | 'signals'>[] {
  const leftOut = [...new Set(runs.flatMap((run) => run.leftOut))];
  const reasons: Pick<Degradation, 'code' | 'message' | 'signals'>[] = [];
  if (!phrasesWhole) {
    const message =
      'The words in quotation marks are so common that only a part of the library was searched for them.';
    reasons.push({ code: 'out_of_time', message, signals: [ftsChunks.name] });
  }
  if (leftOut.length > 0) {
    const labels = leftOut.map(({ label }) => label).join(', ');
    const message = `There was no time left for some signals (${labels}): these results are ranked without them.`;
    reasons.push({ code: 'out_of_time', message, signals: leftOut.map(({ name }) => name) });
  }
  return reasons;
}

/** Topics, themes and domains that are in none of the books that the filter leaves are removed. */
async function onlyAdmitted<T extends { id: number }>(
  items: readonly T[],
  { filter, scope }: Question,
  { links }: Pick<Store, 'links'>,
): Promise<readonly T[]> {
  if (filter === undefined || scope === 'books' || scope === 'passages' || items.length === 0) return items;
  if (scope === 'topics') {
    const topics = await links.topicsInBooks(
      items.map(({ id }) => id),
      [...filter.books],
    );
    return items.filter(({ id }) => topics.has(id) && filter.withoutTopics?.has(id) !== true);
  }
  const themes = await links.themesOfBooks(filter.books);
  const admitted = new Set(themes.map(({ id, domainId }) => (scope === 'themes' ? id : domainId)));
  return items.filter(({ id }) => admitted.has(id));
}
