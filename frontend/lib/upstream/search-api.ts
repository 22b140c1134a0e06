/** Retrieval's HTTP API from the browser: the search, brought into the form that the gRPC client gives. */
import type { Passage, Result, SearchAnswer } from '../model.ts';
import { failed, type Outcome, succeeded } from '../outcome.ts';
import { type SearchState, searchApiUrl } from '../search-url.ts';
import * as strings from '../strings.ts';

type Pairs = [number, number][];

/** HTTP writes ranges as pairs and enums in lower case, and leaves out what is not there. */
type HttpPassage = Omit<Passage, 'highlights' | 'sentences'> & { highlights?: Pairs; sentences?: Pairs };
type HttpResult = Partial<Omit<Result, 'passage' | 'also'>> & {
  rank: number;
  score: number;
  passage?: HttpPassage | null;
  also?: HttpPassage[];
};
const RESULT_LISTS = ['results', 'foundInside', 'topics', 'themes', 'domains'] as const;
type ResultList = (typeof RESULT_LISTS)[number];
type HttpSearchAnswer = Partial<Omit<SearchAnswer, 'scope' | 'mode' | 'counts' | ResultList>> & {
  scope: string;
  mode: string;
  counts?: { scope: string; count: number; exact: boolean }[];
} & { results: HttpResult[] } & Partial<Record<ResultList, HttpResult[]>>;

interface ProblemDetails {
  code?: string;
  detail?: string;
  requestId?: string;
}

/**
 * Runs a search; a refusal or an unreachable server is an outcome.
 * @throws AbortError if `signal` aborts.
 */
export async function fetchSearch(state: SearchState, signal: AbortSignal): Promise<Outcome<SearchAnswer>> {
  let response: Response;
  try {
    response = await fetch(searchApiUrl(state), { signal, headers: { accept: 'application/json' } });
  } catch (error) {
    if (signal.aborted) throw error;
    return failed({ code: 'unavailable', message: strings.errors.offline });
  }
  if (!response.ok) {
    const problem = (await response.json().catch(() => ({}))) as ProblemDetails;
    return failed({
      code: problem.code ?? `http_${response.status}`,
      message: problem.detail ?? '',
      ...(problem.requestId === undefined ? {} : { requestId: problem.requestId }),
    });
  }
  return succeeded(fromHttp((await response.json()) as HttpSearchAnswer));
}

/** The HTTP answer in the contract's gRPC form. */
export function fromHttp(answer: HttpSearchAnswer): SearchAnswer {
  const lists = Object.fromEntries(
    RESULT_LISTS.map((name) => [name, (answer[name] ?? []).map(toResult)]),
  ) as Record<ResultList, Result[]>;
  return {
    query: '',
    total: 0,
    totalExact: true,
    relevant: false,
    degraded: false,
    degradedReasons: [],
    degradations: [],
    tookMs: null,
    facets: null,
    suggestions: [],
    without: [],
    index: null,
    ...answer,
    ...lists,
    scope: scopeOf(answer.scope),
    mode: answer.mode.toUpperCase() as SearchAnswer['mode'],
    counts: (answer.counts ?? []).map((count) => ({ ...count, scope: scopeOf(count.scope) })),
  };
}

const scopeOf = (name: string) => name.toUpperCase() as SearchAnswer['scope'];

function toResult(result: HttpResult): Result {
  return {
    rank: result.rank,
    score: result.score,
    book: result.book ?? null,
    topic: result.topic ?? null,
    theme: result.theme ?? null,
    domain: result.domain ?? null,
    signals: result.signals ?? [],
    relevance: result.relevance ?? '',
    passage: result.passage ? toPassage(result.passage) : null,
    also: (result.also ?? []).map(toPassage),
    alsoTotal: result.alsoTotal ?? 0,
  };
}

function toPassage(passage: HttpPassage): Passage {
  return { ...passage, highlights: ranges(passage.highlights), sentences: ranges(passage.sentences) };
}

const ranges = (pairs: Pairs = []) => pairs.map(([start, end]) => ({ start, end }));
