'use client';

import { useEffect, useState } from 'react';
import type { Outcome } from '../errors/outcome.ts';
import { fetchSearch } from '../upstream/search-api.ts';
import type { SearchAnswer } from './search-answer.ts';
import { type SearchState, searchApiUrl } from './search-url.ts';

/** Answers kept by address, so that Back shows them at once. */
const KEPT_ANSWERS = 30;
/** Seconds between silent retries of a degraded answer; the last one repeats. */
const RETRY_AFTER_S = [15, 30, 60];

/** In the browser only: on the server one reader would see another's answers. */
const kept = new Map<string, Shown>();

function keep(shown: Shown): void {
  kept.delete(shown.url);
  // A degraded answer may be whole the next time.
  if (!shown.outcome.ok || shown.outcome.value.degraded) return;
  kept.set(shown.url, shown);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT_ANSWERS && oldest !== undefined) kept.delete(oldest);
}

export interface Shown {
  /** The search that this answers, and the address of its API call. */
  state: SearchState;
  url: string;
  outcome: Outcome<SearchAnswer>;
}

export interface LiveAnswer {
  /** The last complete answer; it stays while the next one is on its way. */
  shown: Shown | undefined;
  /** The shown answer is not the one to the present question, or a failed one is being asked again. */
  pending: boolean;
  retry(): void;
}

/**
 * The answer to a search that changes while the reader types: one request in flight, the one before is
 * cancelled, and an answer that comes late is dropped. An empty query asks nothing.
 */
export function useSearchAnswer(state: SearchState, initial: Shown | undefined): LiveAnswer {
  const url = searchApiUrl(state);
  const [shown, setShown] = useState<Shown | undefined>(() => kept.get(url) ?? initial);
  const [attempt, setAttempt] = useState(0);
  const [retries, setRetries] = useState(0);
  const answered = shown?.url === url;

  // `attempt` asks again for the same address; `state` changes exactly when `url` does.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (state.query === '' || (answered && attempt === 0)) return;
    const known = attempt === 0 ? kept.get(url) : undefined;
    if (known) {
      setShown(known);
      return;
    }
    const controller = new AbortController();
    fetchSearch(state, controller.signal).then(
      (outcome) => {
        if (controller.signal.aborted) return;
        setShown({ state, url, outcome });
        setAttempt(0);
      },
      // Only an abort rejects: a newer question is on its way.
      () => {},
    );
    return () => controller.abort();
  }, [url, attempt]);

  useEffect(() => {
    if (shown) keep(shown);
  }, [shown]);

  const degraded = shown?.outcome.ok === true && shown.outcome.value.degraded;
  useEffect(() => {
    if (!degraded) {
      setRetries(0);
      return;
    }
    const seconds = RETRY_AFTER_S[Math.min(retries, RETRY_AFTER_S.length - 1)] ?? 60;
    const timer = setTimeout(() => {
      setRetries((n) => n + 1);
      setAttempt((n) => n + 1);
    }, seconds * 1000);
    return () => clearTimeout(timer);
  }, [degraded, retries]);

  return {
    shown,
    pending: state.query !== '' && (!answered || (attempt > 0 && !shown.outcome.ok)),
    retry: () => setAttempt((n) => n + 1),
  };
}
