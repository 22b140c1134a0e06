/** An answer of the search as retrieval's HTTP API gives it, with what the service left out filled in. Pure. */
import type * as Http from '@libtrails/proto/http';
import {
  FILTER_PARAMETERS,
  type FilterName,
  type Relevance as Judged,
  SCOPES,
  type Scope,
} from '../contract.ts';
import type {
  Facets as FacetLists,
  FacetValue,
  Passage,
  Range,
  Result,
  SignalState,
  SignalTrace,
} from '../model.ts';

/** A passage with its marks: `highlights` are the query's words, `sentences` what is nearest to it in meaning. */
export type FoundPassage = Passage;

export type { FacetValue };

/** How good a result is, in the service's judgement; empty where it gives none. */
export type Relevance = Judged | '';

/** The contract's result; what it is not of is undefined. */
export type FoundResult = {
  [Field in keyof Omit<Result, 'relevance'>]: null extends Result[Field]
    ? NonNullable<Result[Field]> | undefined
    : Result[Field];
} & { relevance: Relevance };

export type FoundTrace = SignalTrace;

export interface Count {
  count: number;
  /** False: there may be more. */
  exact: boolean;
}

/** Facets by the names of their filters in a query string; years come by decade. */
export type Facets = Readonly<Record<keyof typeof FACET_FIELDS, FacetValue[]>>;

type SameAsSent =
  | 'query'
  | 'total'
  | 'totalExact'
  | 'relevant'
  | 'degraded'
  | 'degradedReasons'
  | 'suggestions'
  | 'searchedFor';

/** Value of the year facet for books without a year. */
export const NO_YEAR = 'none';

export interface SearchAnswer extends Pick<Http.SearchResponse, SameAsSent | 'narrowedTo'> {
  scope: Scope;
  tookMs: Http.TookMs | null;
  /** Every signal with its part in the answer. */
  signals: SignalState[];
  results: FoundResult[];
  /** Totals by scope; scopes the service did not count are missing. */
  counts: Partial<Record<Scope, Count>>;
  facets: Facets;
  /** What is found without one filter, dearest first. */
  without: { filter: FilterName; total: number; exact: boolean }[];
  /** Scope "everything": passages of books that are not among the results, and what else answers. */
  foundInside: FoundResult[];
  /** The first result's passage, where it alone answers; else 0. */
  answeringPassage: number;
  topics: FoundResult[];
  themes: FoundResult[];
  domains: FoundResult[];
}

/** What a service of any version sends: it may leave out what came later. */
export type HttpSearchAnswer = Sent<
  Http.SearchResponse,
  'query' | 'scope' | 'total' | 'relevant' | 'degraded' | 'results'
>;
type Sent<T, Always extends keyof T> = Pick<T, Always> & Partial<T>;

const { authors, series, subjects, languages, domains, themes } = FILTER_PARAMETERS;
/** The contract's names of the facets. */
const FACET_FIELDS = {
  [authors]: 'authors',
  [series]: 'series',
  [subjects]: 'subjects',
  [languages]: 'languages',
  [domains]: 'domains',
  [themes]: 'themes',
  decade: 'decades',
  added: 'added',
} as const satisfies Record<string, keyof FacetLists>;

/** The answer in the form that the pages show. */
export function fromHttp(answer: HttpSearchAnswer): SearchAnswer {
  const results = (some: Http.Result[] | undefined) => (some ?? []).map(toResult);
  const undated = answer.facets?.undated ?? 0;
  const noYear = undated > 0 ? [{ value: NO_YEAR, label: '', count: undated }] : [];
  const facets = Object.entries(FACET_FIELDS).map(([name, field]) => {
    const values = answer.facets?.[field] ?? [];
    return [name, name === 'decade' ? [...values, ...noYear] : values];
  });
  return {
    query: answer.query,
    scope: toScope(answer.scope) ?? 'books',
    total: answer.total,
    totalExact: answer.totalExact ?? true,
    relevant: answer.relevant,
    degraded: answer.degraded,
    degradedReasons: answer.degradedReasons ?? [],
    tookMs: answer.tookMs ?? null,
    signals: answer.signals ?? [],
    results: results(answer.results),
    counts: toCounts(answer),
    facets: Object.fromEntries(facets) as Facets,
    suggestions: answer.suggestions ?? [],
    searchedFor: answer.searchedFor ?? '',
    without: (answer.without ?? []).map(({ filter, total = 0, totalExact = true }) => ({
      filter,
      total,
      exact: totalExact,
    })),
    narrowedTo: (answer.narrowedTo ?? []).map(({ field, value, books = 0 }) => ({ field, value, books })),
    foundInside: results(answer.foundInside),
    answeringPassage: answer.answeringPassage ?? 0,
    topics: results(answer.topics),
    themes: results(answer.themes),
    domains: results(answer.domains),
  };
}

/** Something in the library answers the question. */
export function hasClose({ relevant, results, foundInside, themes }: SearchAnswer): boolean {
  return relevant && results.length + foundInside.length + themes.length > 0;
}

/** How many are worth a look: what the service counted, which leaves the weak ones out, else all it found. */
export function foundCount({ scope, counts, total, totalExact }: SearchAnswer): Count {
  const counted = counts[scope === 'everything' ? 'books' : scope];
  return counted ?? { count: total, exact: totalExact };
}

const toScope = (text: string): Scope | undefined => SCOPES.find((s) => s === text.toLowerCase());

function toCounts(answer: HttpSearchAnswer): SearchAnswer['counts'] {
  const counts: SearchAnswer['counts'] = {};
  for (const { scope, count = 0, exact = true } of answer.counts ?? []) {
    const known = toScope(scope);
    if (known) counts[known] = { count, exact };
  }
  const scope = toScope(answer.scope);
  if (scope) counts[scope] ??= { count: answer.total, exact: answer.totalExact ?? true };
  return counts;
}

function toResult({ passage, also, ...result }: Http.Result): FoundResult {
  return {
    rank: result.rank,
    score: result.score,
    relevance: result.relevance ?? '',
    book: result.book,
    passage: passage && toPassage(passage),
    also: (also ?? []).map(toPassage),
    alsoTotal: result.alsoTotal ?? 0,
    topic: result.topic,
    theme: result.theme,
    domain: result.domain,
    signals: result.signals ?? [],
  };
}

/** A passage as HTTP sends it in the form of the pages. */
export function toPassage(passage: Http.Passage): FoundPassage {
  return {
    ...passage,
    highlights: (passage.highlights ?? []).map(toRange),
    sentences: (passage.sentences ?? []).map(toRange),
  };
}

const toRange = ([start, end]: Http.Range): Range => ({ start, end });
