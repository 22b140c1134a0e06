/** What a search is asked and what it answers, free of any transport. */
import type { Result__Out as Result } from '@libtrails/proto/types/library/v1/Result';
import type { SearchResponse__Out as SearchResponse } from '@libtrails/proto/types/library/v1/SearchResponse';
import type { TookMs__Out as TookMs } from '@libtrails/proto/types/library/v1/TookMs';
import type { Fusion, Mode, ResultOrder, Scope as SearchScope } from '@libtrails/proto/values';
import type { Scope } from '../signals/signal.ts';
import type { SearchFilters } from '../store/book-filter.ts';

export type { Mode };

export interface SearchInput {
  /** Not empty. */
  query: string;
  scope: SearchScope;
  mode: Mode;
  limit: number;
  offset: number;
  /** Fill each result's `signals`. */
  explain: boolean;
  /** Only these; undefined means all of the mode. */
  signals: readonly string[] | undefined;
  /** Only passages of this book (scope "passages"). */
  bookId: number | undefined;
  /** "scores" if left out. */
  fusion?: Fusion;
  /** Applied before ranking; none if left out. */
  filters?: SearchFilters;
  /** Count what each filter value would leave. */
  facets?: boolean;
  /** Count every scope; "everything" always does. */
  counts?: boolean;
  /** "place": the page in reading order (passages of one book). */
  order?: ResultOrder;
  /** Other passages of the same book beside the best one. */
  also?: number;
  /** Search unknown words as they are, not in their nearest spelling. */
  asTyped?: boolean;
  /** So many items as `ranked`, for what only needs ids. */
  ranked?: number;
}

export interface ScopeCount {
  scope: Scope;
  /** Hits that are more than weak. */
  count: number;
  exact: boolean;
}

export interface ScoredId {
  id: number;
  score: number;
}

/** As the contract's answer, with scope and mode in this program's words. */
export type SearchAnswer = Omit<SearchResponse, 'scope' | 'mode' | 'counts' | 'tookMs'> & {
  scope: SearchScope;
  mode: Mode;
  counts: ScopeCount[];
  /** If it was asked for: the best by all signals, and by those of meaning alone (none without the query's vectors). */
  ranked?: { all: ScoredId[]; meant: ScoredId[] };
  tookMs: TookMs;
};

/** The lists of results in an answer. */
export const RESULT_LISTS = [
  'results',
  'foundInside',
  'topics',
  'themes',
  'domains',
] as const satisfies readonly (keyof SearchAnswer)[];

/** A copy with every result changed. */
export function mapResults(answer: SearchAnswer, change: (result: Result) => object): object {
  const lists = RESULT_LISTS.map((name) => [name, answer[name].map(change)] as const);
  return { ...answer, ...Object.fromEntries(lists) };
}

/** What a call says of itself: whether the caller still waits, and until when. */
export interface CallContext {
  signal: AbortSignal;
  /** Milliseconds since 1970. */
  deadline: number | undefined;
}
