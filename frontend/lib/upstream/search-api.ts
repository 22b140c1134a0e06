/** Retrieval's HTTP API: the search, from the browser and for the first render on the server. */
import { failed, type Outcome, succeeded } from '../errors/outcome.ts';
import { fromHttp, type HttpSearchAnswer, type SearchAnswer } from '../search/search-answer.ts';
import { type SearchState, searchApiUrl } from '../search/search-url.ts';
import * as strings from '../strings.ts';
import { readProblem } from './problem.ts';

/**
 * Runs a search; a refusal or an unreachable server is an outcome.
 * @param server given where it runs on the server: the service's origin, and what it must know of the browser
 * @throws AbortError if `signal` aborts.
 */
export async function fetchSearch(
  state: SearchState,
  signal: AbortSignal,
  server?: { origin: string; headers: Readonly<Record<string, string>> },
): Promise<Outcome<SearchAnswer>> {
  let response: Response;
  try {
    response = await fetch(`${server?.origin ?? ''}${searchApiUrl(state)}`, {
      signal,
      cache: 'no-store',
      headers: { accept: 'application/json', ...server?.headers },
    });
  } catch (error) {
    if (signal.aborted && server === undefined) throw error;
    return failed({
      code: 'unavailable',
      message: server === undefined ? strings.errors.offline : '',
      // One that is there and too slow is not.
      ...(signal.aborted ? {} : { away: true as const }),
    });
  }
  if (!response.ok) return failed(await readProblem(response));
  return succeeded(fromHttp((await response.json()) as HttpSearchAnswer));
}
