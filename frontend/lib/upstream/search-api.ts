/** Retrieval's HTTP API from the browser: the search, brought into the form that the gRPC client gives. */
import type { Passage, Result, SearchAnswer } from '../model.ts';
import { failed, type Outcome, succeeded } from '../outcome.ts';
import { type SearchState, searchApiUrl } from '../search-url.ts';
import * as strings from '../strings.ts';

/** HTTP writes ranges as pairs and enums in lower case, and leaves out what is not there. */
type HttpPassage = Omit<Passage, 'highlights'> & { highlights?: [number, number][] };
type HttpResult = Partial<Omit<Result, 'passage'>> & {
  rank: number;
  score: number;
  passage?: HttpPassage | null;
};
type HttpSearchAnswer = Omit<SearchAnswer, 'scope' | 'mode' | 'results' | 'degradedReasons'> & {
  scope: string;
  mode: string;
  degradedReasons?: string[];
  results: HttpResult[];
};

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
  return {
    ...answer,
    scope: answer.scope.toUpperCase() as SearchAnswer['scope'],
    mode: answer.mode.toUpperCase() as SearchAnswer['mode'],
    degradedReasons: answer.degradedReasons ?? [],
    results: answer.results.map((result) => ({
      rank: result.rank,
      score: result.score,
      book: result.book ?? null,
      topic: result.topic ?? null,
      theme: result.theme ?? null,
      domain: result.domain ?? null,
      signals: result.signals ?? [],
      passage: result.passage
        ? {
            ...result.passage,
            highlights: (result.passage.highlights ?? []).map(([start, end]) => ({ start, end })),
          }
        : null,
    })),
  };
}
