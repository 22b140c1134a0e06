/** A search for the first render of a page, asked as the browser would ask it. Server only. */
import { redirect } from 'next/navigation';
import type { Outcome } from '../errors/outcome.ts';
import type { SearchAnswer } from '../search/search-answer.ts';
import type { SearchState } from '../search/search-url.ts';
import { loginUrl } from '../server/passed-on.ts';
import { settings } from '../server/settings.ts';
import { browserHeaders, inItsName } from './browser-headers.ts';
import { fetchSearch } from './search-api.ts';
import { throughRestart } from './through-restart.ts';

/**
 * Waits for a service that restarts; one that is there has `timeoutMs` for its answer. A library with a password leads
 * a stranger to the login page.
 */
export async function searchOnServer(state: SearchState, timeoutMs: number): Promise<Outcome<SearchAnswer>> {
  const browser = await browserHeaders();
  const server = { origin: settings().retrievalHttp, headers: inItsName(browser) };
  const outcome = await throughRestart(() => fetchSearch(state, AbortSignal.timeout(timeoutMs), server));
  if (!outcome.ok && outcome.problem.code === 'unauthenticated') redirect(loginUrl(browser.path));
  return outcome;
}
