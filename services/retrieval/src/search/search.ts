/** The search: which signals answer, in what order they run, and what becomes of their lists. */
import { setImmediate } from 'node:timers/promises';
import { LibTrailsError } from '@libtrails/common/errors';
import { isRelevant } from '../fusion/floor.ts';
import type { RankedList, SignalName } from '../fusion/ranked-list.ts';
import { fuse } from '../fusion/rrf.ts';
import type { EmbedKind, QueryEmbedder } from '../library/embedding-port.ts';
import { SIGNALS } from '../signals/all-signals.ts';
import { complete, parseQuery } from '../signals/fts-query.ts';
import { isKnown } from '../signals/keyword-hits.ts';
import { type Question, questionOf, type SearchIndex, type Signal } from '../signals/signal.ts';
import { bestCoverage } from './coverage.ts';
import { embedQuery, type QueryVectors } from './query-vectors.ts';
import { resultPage } from './result-page.ts';
import type { Mode, Patience, SearchAnswer, SearchInput } from './search-input.ts';

export interface SearchDependencies {
  index: SearchIndex;
  embedder: QueryEmbedder;
  /** How long the embedding of one query may take, in milliseconds. */
  embedTimeoutMs: number;
}

export type Search = (input: SearchInput, patience: Patience) => Promise<SearchAnswer>;

/** Signals of a mode for a scope, or those of them that are named. */
function signalsFor({ mode, scope, signals }: SearchInput): Signal[] {
  const inMode: Record<Mode, (signal: Signal) => boolean> = {
    hybrid: () => true,
    keyword: (signal) => signal.vector === undefined,
    semantic: (signal) => signal.vector !== undefined,
  };
  return SIGNALS.filter(
    (signal) =>
      inMode[mode](signal) &&
      signal.scopes.includes(scope) &&
      (signals === undefined || signals.includes(signal.name)),
  );
}

/**
 * Makes the search over one index. Vectors are asked for first and the keyword signals run while the
 * embedding service works; without vectors the keyword signals answer alone and the answer is `degraded`.
 * @throws LibTrailsError invalid_argument if no named signal speaks for the scope and mode; cancelled
 */
export function createSearch({ index, embedder, embedTimeoutMs }: SearchDependencies): Search {
  return async (input, patience) => {
    const started = performance.now();
    const signals = signalsFor(input);
    if (signals.length === 0) {
      throw new LibTrailsError(
        'invalid_argument',
        `None of the signals ${input.signals?.join(', ')} answers scope "${input.scope}" in mode "${input.mode}".`,
      );
    }
    const { library } = index;
    const query = input.query.replaceAll(/\s+/gu, ' ').trim();
    const kinds = new Set(
      signals.flatMap(({ vector }): EmbedKind[] => (vector === undefined ? [] : [vector])),
    );
    const embedding = embedQuery(query, [...kinds], embedder, library, embedTimeoutMs, patience);
    // A rejection while the keyword signals run is handled where the embedding is awaited.
    embedding.catch(() => undefined);
    // Lets the request leave for the other process before this one is busy with the keyword signals.
    if (kinds.size > 0) await setImmediate();

    const words = complete(parseQuery(query), (stem) => isKnown(stem, index));
    const run = new SignalRun(questionOf(words, input.scope, input.bookId), index);
    const keyword = signals.filter((signal) => signal.vector === undefined);
    const revision = library.revision();
    run.all(keyword);
    const embedded = await embedding;
    // The library changed in between: all lists must speak of the same state.
    if (library.revision() !== revision) run.restart(keyword);
    Object.assign(run.question.vectors, embedded.vectors);
    const answering = signals.filter(
      ({ vector }) => vector !== undefined && embedded.vectors[vector] !== undefined,
    );
    run.all(answering);

    const fusing = performance.now();
    const fused = fuse(run.lists);
    const fuseMs = performance.now() - fusing;
    const { offset, limit } = input;
    const names = new Set(run.lists.map((list) => list.signal));
    const results = resultPage(fused.slice(offset, offset + limit), run.question, index, {
      offset,
      explain: input.explain,
      byWord: names.has('fts_chunks'),
      byMeaning: names.has('vec_chunks'),
    });
    return {
      query: input.query,
      scope: input.scope,
      mode: input.mode,
      total: fused.length,
      relevant: fused.length > 0 && judge(run, index),
      degraded: embedded.reasons.length > 0,
      degradedReasons: embedded.reasons,
      tookMs: tookMs(started, embedded, run, fuseMs),
      results,
    };
  };
}

/** Runs signals one after the other and times each. */
class SignalRun {
  question: Question;
  lists: RankedList[] = [];
  milliseconds: Partial<Record<SignalName, number>> = {};
  readonly #index: SearchIndex;

  constructor(question: Question, index: SearchIndex) {
    this.question = question;
    this.#index = index;
  }

  all(signals: readonly Signal[]): void {
    for (const signal of signals) {
      const started = performance.now();
      this.lists.push({ signal: signal.name, items: signal.rank(this.question, this.#index) });
      this.milliseconds[signal.name] = performance.now() - started;
    }
  }

  restart(signals: readonly Signal[]): void {
    const { words, scope, bookId } = this.question;
    this.question = questionOf(words, scope, bookId);
    this.lists = [];
    this.all(signals);
  }
}

/** Hits that are judged together where a list ranks single topics or passages: one may be luck. */
const JUDGED_TOGETHER = 3;

function judge(run: SignalRun, index: SearchIndex): boolean {
  const { scope } = run.question;
  // The items of the other scopes are gathered from several hits already.
  const judged = scope === 'topics' || scope === 'passages' ? JUDGED_TOGETHER : 1;
  const cosines: Partial<Record<SignalName, number>> = {};
  for (const { signal, items } of run.lists) {
    const best = items.slice(0, judged);
    if (!signal.startsWith('vec_') || best.length === 0) continue;
    cosines[signal] = best.reduce((sum, item) => sum + item.raw, 0) / best.length;
  }
  const { terms, strict } = run.question.words;
  return isRelevant({
    cosines,
    coverage: bestCoverage(run.lists, run.question, index),
    literal: terms.length === 1 || (strict && terms.some((term) => term.quoted)),
  });
}

/** Milliseconds to three places. */
const rounded = (milliseconds: number) => Math.round(milliseconds * 1_000) / 1_000;

function tookMs(
  started: number,
  embedded: QueryVectors,
  run: SignalRun,
  fuseMs: number,
): SearchAnswer['tookMs'] {
  const signals = Object.entries(run.milliseconds).map(([name, ms]) => [name, rounded(ms)] as const);
  return {
    total: rounded(performance.now() - started),
    embed: rounded(embedded.tookMs),
    signals: Object.fromEntries(signals),
    fuse: rounded(fuseMs),
  };
}
