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
import { spellingOf } from './spelling.ts';
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
    const embed = (text: string, signal = context.signal) => {
      const vectors = embedQuery({ ...typed, text }, kinds, embedder, store, embedTimeoutMs, {
        ...context,
        signal,
      });
      // A rejection while the keyword signals run is handled where the vectors are awaited.
      vectors.catch(() => undefined);
      return vectors;
    };
    const asTyped = new AbortController();
    let embedding = embed(typed.text, AbortSignal.any([context.signal, asTyped.signal]));
    // Lets the request leave for the other process before this one is busy with the keyword signals.
    if (kinds.length > 0) await setImmediate();
    const spelling = await spellingOf(plan, store);
    const respelt = spelling.text !== typed.text;
    if (respelt) {
      asTyped.abort();
      embedding = embed(spelling.text);
    }
    const words = await completed(parseQuery(spelling.text), store);
    return onOneRevision(store, context, async (slice) => {
      const finished = await runSignals(plan, words, respelt, embedding, store, slice);
      return assembleAnswer(plan, finished, spelling, store, slice, started);
    });
  };
}
