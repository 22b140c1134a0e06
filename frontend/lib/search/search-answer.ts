/** An answer of the search as retrieval's HTTP API gives it, with what the service left out filled in. Pure. */

import type { Facet } from '../filters/search-filters.ts';
import type { Book, Domain, Passage, Range, SignalTrace, Theme, Topic } from '../model.ts';
import { SCOPES, type Scope } from './search-url.ts';

/** A passage with its marks: `highlights` are the query's words, `sentences` what is nearest to it in meaning. */
export type FoundPassage = Passage & { sentences: Range[] };

/** How good a result is, in the service's judgement; empty where it gives none. */
export type Relevance = 'strong' | 'fair' | 'weak' | '';

export interface FoundResult {
  rank: number;
  score: number;
  relevance: Relevance;
  book: Book | undefined;
  passage: FoundPassage | undefined;
  /** Other passages of the same book, and how many there are. */
  also: FoundPassage[];
  alsoTotal: number;
  topic: Topic | undefined;
  theme: Theme | undefined;
  domain: Domain | undefined;
  signals: FoundTrace[];
}

/** `rankWithout`: the rank had this signal been silent; 0 if it would not be found, undefined if unknown. */
export type FoundTrace = SignalTrace & { rankWithout?: number };

export interface Count {
  count: number;
  /** False: there may be more. */
  exact: boolean;
}

export interface FacetValue {
  value: string;
  label: string;
  count: number;
}

export interface Narrowing {
  field: string;
  value: string;
  books: number;
}

export type Facets = Readonly<Record<Facet | 'added' | 'decade', FacetValue[]>>;

/** Value of the facet of years that stands for books without one. */
export const NO_YEAR = 'none';

export interface SearchAnswer {
  query: string;
  scope: Scope;
  total: number;
  totalExact: boolean;
  relevant: boolean;
  degraded: boolean;
  degradedReasons: string[];
  tookMs: { total: number; embed: number; signals: Record<string, number>; fuse: number } | null;
  results: FoundResult[];
  /** Totals by scope; scopes the service did not count are missing. */
  counts: Partial<Record<Scope, Count>>;
  facets: Facets;
  /** Near spellings of the query. */
  suggestions: string[];
  /** What is found without one filter, dearest first. */
  without: { filter: string; total: number; exact: boolean }[];
  /** Fields that were typed, such as author:austen, and how many books fit each. */
  narrowedTo: Narrowing[];
  /** Scope "everything": passages of books that are not among the results, and what else answers. */
  foundInside: FoundResult[];
  topics: FoundResult[];
  themes: FoundResult[];
  domains: FoundResult[];
}

/** HTTP writes ranges as pairs and enums in lower case, and leaves out what is not there. */
type HttpRange = Range | [number, number];
type HttpPassage = Omit<Passage, 'highlights'> & { highlights?: HttpRange[]; sentences?: HttpRange[] };
type HttpResult = Partial<Omit<FoundResult, 'passage' | 'also'>> & {
  rank: number;
  score: number;
  passage?: HttpPassage;
  also?: HttpPassage[];
};
type HttpFacets = Partial<Record<(typeof FACET_FIELDS)[keyof Facets], FacetValue[]>> & { undated?: number };
export interface HttpSearchAnswer {
  query: string;
  scope: string;
  total: number;
  totalExact?: boolean;
  relevant: boolean;
  degraded: boolean;
  degradedReasons?: string[];
  tookMs?: SearchAnswer['tookMs'];
  results: HttpResult[];
  counts?: { scope: string; count?: number; exact?: boolean }[];
  facets?: HttpFacets;
  suggestions?: string[];
  without?: { filter: string; total?: number; totalExact?: boolean }[];
  narrowedTo?: { field: string; value: string; books?: number }[];
  foundInside?: HttpResult[];
  topics?: HttpResult[];
  themes?: HttpResult[];
  domains?: HttpResult[];
}

/** The contract's names of the facets. */
const FACET_FIELDS = {
  author: 'authors',
  series: 'series',
  tag: 'subjects',
  lang: 'languages',
  domain: 'domains',
  theme: 'themes',
  decade: 'decades',
  added: 'added',
} as const;

/** The answer in the form that the pages show. */
export function fromHttp(answer: HttpSearchAnswer): SearchAnswer {
  const results = (some: HttpResult[] | undefined) => (some ?? []).map(toResult);
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
    results: results(answer.results),
    counts: toCounts(answer),
    facets: Object.fromEntries(facets) as Facets,
    suggestions: answer.suggestions ?? [],
    without: (answer.without ?? []).map(({ filter, total = 0, totalExact = true }) => ({
      filter,
      total,
      exact: totalExact,
    })),
    narrowedTo: (answer.narrowedTo ?? []).map(({ field, value, books = 0 }) => ({ field, value, books })),
    foundInside: results(answer.foundInside),
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

function toResult({ passage, also, ...result }: HttpResult): FoundResult {
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

function toPassage(passage: HttpPassage): FoundPassage {
  return {
    ...passage,
    highlights: (passage.highlights ?? []).map(toRange),
    sentences: (passage.sentences ?? []).map(toRange),
  };
}

const toRange = (range: HttpRange): Range =>
  Array.isArray(range) ? { start: range[0], end: range[1] } : range;
