/** What a search is asked and what it answers, free of any transport. */
import type { Result__Out as Result } from '@libtrails/proto/types/library/v1/Result';
import type { TookMs__Out as TookMs } from '@libtrails/proto/types/library/v1/TookMs';
import type { SignalName } from '../fusion/ranked-list.ts';
import type { Scope } from '../signals/signal.ts';

/** hybrid: all signals; keyword: fts_* only; semantic: vec_* only. */
export const MODES = ['hybrid', 'keyword', 'semantic'] as const;
export type Mode = (typeof MODES)[number];

export interface SearchInput {
  /** Not empty. */
  query: string;
  scope: Scope;
  mode: Mode;
  limit: number;
  offset: number;
  /** Fill each result's `signals`. */
  explain: boolean;
  /** Only these; undefined means all of the mode. */
  signals: readonly SignalName[] | undefined;
  /** Only passages of this book (scope "passages"). */
  bookId: number | undefined;
}

export interface SearchAnswer {
  query: string;
  scope: Scope;
  mode: Mode;
  /** Distinct items found by any signal. */
  total: number;
  /** False when the best evidence is noise. */
  relevant: boolean;
  /** A signal that was asked for could not answer. */
  degraded: boolean;
  degradedReasons: string[];
  tookMs: TookMs;
  results: Result[];
}

/** What a call allows a use case: how long it may take and whether anybody still waits. */
export interface Patience {
  signal: AbortSignal;
  /** Milliseconds since 1970. */
  deadline: number | undefined;
}
