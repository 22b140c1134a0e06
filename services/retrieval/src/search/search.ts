/** The search in three steps: plan what is asked, run the signals, assemble the answer. */
import { setImmediate } from 'node:timers/promises';
import type { QueryEmbedder } from '../signals/embedding-port.ts';
import { parseQuery } from '../signals/fts-query.ts';
import { completed } from '../signals/keyword-hits.ts';
import type { Store } from '../store/store.ts';
import { assembleAnswer } from './assemble.ts';
import { planSearch } from './plan.ts';
import { embedQuery } from './query-vectors.ts';
import { runSignals } from './run.ts';
import type { CallContext, SearchAnswer, SearchInput } from './search-input.ts';
import { onOneRevision } from './time-slice.ts';

export interface SearchDependencies {
  store: Store;
  embedder: QueryEmbedder;
  /** How long the embedding of one query may take, in milliseconds. */
  embedTimeoutMs: number;
}

export type Search = (input: SearchInput, context: CallContext) => Promise<SearchAnswer>;

/**
 * Makes the search over one store. Vectors are requested first, and the keyword signals run while the embedding
 * service works; without vectors they answer alone and the answer is `degraded`. Other requests are served between
 * signals; signals for which there is no time are left out, and the answer says so.
 * @throws LibTrailsError invalid_argument if no named signal speaks for the scope and mode; cancelled
 */
export function createSearch({ store, embedder, embedTimeoutMs }: SearchDependencies): Search {
  return async (input, context) => {
    const started = performance.now();
    const plan = planSearch(input);
    const { typed, kinds } = plan;
    const embedding = embedQuery(typed, kinds, embedder, store, embedTimeoutMs, context);
    // A rejection while the keyword signals run is handled where the embedding is awaited.
    embedding.catch(() => undefined);
    // Lets the request leave for the other process before this one is busy with the keyword signals.
    if (kinds.length > 0) await setImmediate();
    const words = await completed(parseQuery(typed.text), store);
    return onOneRevision(store, context, async (slice) => {
      const finished = await runSignals(plan, words, embedding, store, slice);
      return assembleAnswer(plan, finished, store, slice, started);
    });
  };
}
