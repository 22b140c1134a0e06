/** The search: which signals answer, in what order they run, and what becomes of their lists. */
import { setImmediate } from 'node:timers/promises';
import { LibTrailsError } from '@libtrails/common/errors';
import type { EmbedKind, QueryEmbedder } from '../signals/embedding-port.ts';
import { ftsChunks } from '../signals/fts-chunks.ts';
import { complete, parseQuery } from '../signals/fts-query.ts';
import { isKnown } from '../signals/keyword-hits.ts';
import { findPhrases } from '../signals/phrases.ts';
import { inScope, questionOf, SCOPES, type Scope, type SearchIndex } from '../signals/signal.ts';
import { NO_FILTERS } from '../store/book-filter.ts';
import { bandsOf, NO_BANDS } from './bands.ts';
import { filterOf } from './filters.ts';
import { fieldMatches, narrowedByTyping } from './narrowed-by-typing.ts';
import { costsOfFilters, foundFacets } from './narrowing.ts';
import { parseTypedQuery } from './query-grammar.ts';
import { embedQuery, type QueryVectors } from './query-vectors.ts';
import { resultPage } from './result-page.ts';
import type { Patience, SearchAnswer, SearchInput } from './search-input.ts';
import { signalStates } from './signal-list.ts';
import { cutOff, SignalRun, signalsFor } from './signal-run.ts';
import { spellings } from './spelling.ts';
import { inOneState } from './turns.ts';
import { type Verdict, verdictOn } from './verdict.ts';

export interface SearchDependencies {
  index: SearchIndex;
  embedder: QueryEmbedder;
  /** How long the embedding of one query may take, in milliseconds. */
  embedTimeoutMs: number;
}

export type Search = (input: SearchInput, patience: Patience) => Promise<SearchAnswer>;

/**
 * Makes the search over one index. Vectors are asked for first and the keyword signals run while the
 * embedding service works; without vectors the keyword signals answer alone and the answer is `degraded`. Between
 * signals other requests may work; signals that time does not allow are left out, and the answer says so.
 * @throws LibTrailsError invalid_argument if no named signal speaks for the scope and mode; cancelled
 */
export function createSearch({ index, embedder, embedTimeoutMs }: SearchDependencies): Search {
  return async (input, patience) => {
    const started = performance.now();
    const { mode, fusion = 'scores' } = input;
    const main: Scope = input.scope === 'everything' ? 'books' : input.scope;
    if (signalsFor(mode, main, input.signals).length === 0) {
      throw new LibTrailsError(
        'invalid_argument',
        `None of the signals ${input.signals?.join(', ')} answers scope "${input.scope}" in mode "${mode}".`,
      );
    }
    const { library } = index;
    const all = input.scope === 'everything' || input.counts === true;
    const scopes = all ? [main, ...SCOPES.filter((scope) => scope !== main)] : [main];
    const typed = parseTypedQuery(input.query.replaceAll(/\s+/gu, ' ').trim());
    const query = typed.text;
    const wanted = scopes.flatMap((scope) => signalsFor(mode, scope, input.signals));
    const kinds = new Set(
      wanted.flatMap(({ vector }): EmbedKind[] => (vector === undefined ? [] : [vector])),
    );
    const embedding = embedQuery(typed, [...kinds], embedder, library, embedTimeoutMs, patience);
    // A rejection while the keyword signals run is handled where the embedding is awaited.
    embedding.catch(() => undefined);
    // Lets the request leave for the other process before this one is busy with the keyword signals.
    if (kinds.size > 0) await setImmediate();

    const words = complete(parseQuery(query), (stem) => isKnown(stem, index));
    return inOneState(library, patience, async (turns) => {
      const filter = narrowedByTyping(filterOf(library, input.filters ?? NO_FILTERS), typed, index);
      const question = questionOf(words, main, input.bookId, filter, scopes.length);
      const runs = scopes.map(
        (scope) =>
          new SignalRun(inScope(question, scope), signalsFor(mode, scope, input.signals), index, fusion),
      );
      const pause = async () => {
        await turns.next();
        return !turns.late;
      };
      const phrasesWhole =
        !runs.some((run) => run.asks(ftsChunks)) || (await findPhrases(question, index, pause));
      for (const run of runs) await run.byWord(turns);
      const embedded = await embedding;
      turns.check();
      Object.assign(question.vectors, embedded.vectors);
      for (const run of runs) await run.byMeaning(turns);

      const [run] = runs as [SignalRun];
      const verdicts = new Map<Scope, Verdict>();
      for (const other of runs) {
        await turns.next();
        verdicts.set(other.question.scope, verdictOn(other, index));
      }
      const verdict = verdicts.get(main)!;
      await turns.next();
      const results = pageOf(run, verdict, index, input);
      await turns.next();
      const unfiltered = main === 'books' && question.filter === undefined ? run : undefined;
      const again = { input, question, index, turns, unfiltered };
      const degradations = [
        ...embedded.degradations.map((reason) => ({ ...reason, signals: missing(wanted, embedded) })),
        ...cutOff(runs, phrasesWhole),
      ];
      return {
        query: input.query,
        scope: input.scope,
        mode,
        total: run.fused.length,
        totalExact: run.isWhole,
        relevant: verdict.relevant,
        degraded: degradations.length > 0,
        degradedReasons: degradations.map(({ message }) => message),
        degradations,
        results,
        ...(input.scope === 'everything' ? bandsOf(runs, verdicts, results, index, input.explain) : NO_BANDS),
        counts: all
          ? SCOPES.map((scope) => {
              const { count, countExact } = verdicts.get(scope)!;
              return { scope, count, exact: countExact };
            })
          : [],
        facets: input.facets === true ? await foundFacets(again) : null,
        without: input.facets === true && verdict.count === 0 ? await costsOfFilters(again) : [],
        suggestions: await spellings(query, index, () => turns.next()),
        narrowedTo: fieldMatches(typed, index),
        leftOut: [...typed.excluded],
        ...(input.ranked === undefined ? {} : { ranked: run.ranked(input.ranked) }),
        index: { revision: library.revision(), generation: library.generation() },
        signals: signalStates(
          signalsFor(mode, main, input.signals),
          new Set(run.lists.map(({ signal }) => signal)),
        ),
        tookMs: tookMs(started, embedded, runs),
      };
    });
  };
}

function pageOf(
  run: SignalRun,
  verdict: Verdict,
  index: SearchIndex,
  { offset, limit, explain, also, order }: SearchInput,
): SearchAnswer['results'] {
  const results = resultPage(run, verdict, index, { offset, limit, explain, also: also ?? 0 });
  if (order !== 'place') return results;
  return results.sort(
    ({ passage: a }, { passage: b }) =>
      (a?.section?.index ?? 0) - (b?.section?.index ?? 0) || (a?.start ?? 0) - (b?.start ?? 0),
  );
}

/** Names of the signals whose vector did not come. */
function missing(wanted: ReturnType<typeof signalsFor>, { vectors }: QueryVectors): string[] {
  const names = wanted.flatMap(({ name, vector }) =>
    vector !== undefined && vectors[vector] === undefined ? [name] : [],
  );
  return [...new Set(names)];
}

/** Milliseconds to three places. */
const rounded = (milliseconds: number) => Math.round(milliseconds * 1_000) / 1_000;

/** Of all runs together. */
function tookMs(started: number, embedded: QueryVectors, runs: readonly SignalRun[]): SearchAnswer['tookMs'] {
  const signals: Record<string, number> = {};
  for (const { milliseconds } of runs) {
    for (const [name, ms] of Object.entries(milliseconds)) signals[name] = rounded((signals[name] ?? 0) + ms);
  }
  return {
    total: rounded(performance.now() - started),
    embed: rounded(embedded.tookMs),
    signals,
    fuse: rounded(runs.reduce((sum, run) => sum + run.fuseMs, 0)),
  };
}
