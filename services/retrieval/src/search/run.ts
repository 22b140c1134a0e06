/** The second step of a search: every signal of every scope ranks, words first, meaning when the vectors have come. */
import { ftsChunks } from '../signals/fts-chunks.ts';
import type { ParsedQuery } from '../signals/fts-query.ts';
import { findPhrases } from '../signals/phrases.ts';
import { inScope, questionOf } from '../signals/signal.ts';
import { NO_FILTERS } from '../store/book-filter.ts';
import type { Store } from '../store/store.ts';
import { filterOf } from './filters.ts';
import type { SearchPlan } from './plan.ts';
import type { QueryVectors } from './query-vectors.ts';
import { SignalRun } from './signal-run.ts';
import type { TimeSlice } from './time-slice.ts';
import { narrowedByTyping } from './typed-filter.ts';

export interface FinishedRuns {
  /** One for each scope of the plan, in its order. */
  runs: readonly SignalRun[];
  embedded: QueryVectors;
  /** False if time did not allow to look for all words in a row in the whole library. */
  phrasesWhole: boolean;
}

/** @throws LibTrailsError cancelled */
export async function runSignals(
  { input, typed, main, scopes }: SearchPlan,
  words: ParsedQuery,
  respelt: boolean,
  embedding: Promise<QueryVectors>,
  store: Store,
  slice: TimeSlice,
): Promise<FinishedRuns> {
  const filter = await narrowedByTyping(
    await filterOf(store, input.filters ?? NO_FILTERS),
    typed,
    store,
    input.bookId,
  );
  const question = { ...questionOf(words, main, input.bookId, filter, scopes.length), respelt };
  const runs = scopes.map(
    ({ scope, signals }) => new SignalRun(inScope(question, scope), signals, store, input.fusion ?? 'scores'),
  );
  const pause = async () => {
    await slice.pause();
    return !slice.isOver;
  };
  const needsPhrases = runs.some((run) => run.asks(ftsChunks));
  const phrasesWhole = !needsPhrases || (await findPhrases(question, store, pause));
  for (const run of runs) await run.byWord(slice);
  const embedded = await embedding;
  slice.check();
  for (const run of runs) await run.byMeaning(embedded.vectors, slice);
  return { runs, embedded, phrasesWhole };
}
