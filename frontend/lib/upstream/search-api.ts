/** Retrieval's HTTP API: the search, from the browser and for the first render on the server. */
import { failed, type Outcome, succeeded } from '../outcome.ts';
import { fromHttp, type HttpSearchAnswer, type SearchAnswer } from '../search-answer.ts';
import { type SearchState, searchApiUrl } from '../search-url.ts';
import * as strings from '../strings.ts';
import { readProblem } from './problem.ts';

/**
 * Runs a search; a refusal or an unreachable server is an outcome.
 * @param origin empty in the browser, where the service stands behind the page's own origin.
 * @throws AbortError if `signal` aborts.
 */
export async function fetchSearch(
  state: SearchState,
  signal: AbortSignal,
  origin = '',
): Promise<Outcome<SearchAnswer>> {
  let response: Response;
  try {
    response = await fetch(`${origin}${searchApiUrl(state)}`, {
      signal,
      cache: 'no-store',
      headers: { accept: 'application/json' },
    });
  } catch (error) {
    if (signal.aborted && origin === '') throw error;
    return failed({ code: 'unavailable', message: origin === '' ? strings.errors.offline : '' });
  }
  if (!response.ok) return failed(await readProblem(response));
  return succeeded(fromHttp((await response.json()) as HttpSearchAnswer));
}
