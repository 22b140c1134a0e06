/** Answers of a healthy stack, against which every later answer is held. */
import type { SearchAnswer } from '../../../test-stack.ts';
import { SCOPES, searchPath } from './mix.ts';
import { PATIENCE_MS } from './outcome.ts';

export type Verdict =
  /** The same items in the same order as before. */
  | 'same'
  /** Said to be degraded, and the same as the keyword signals alone answered before. */
  | 'keywords'
  /** Said to be degraded; some meaning signals still had their say. */
  | 'partial'
  | 'refused'
  | 'failed'
  /** Neither, and not said to be: the one thing that must never happen. */
  | 'wrong';

/** A stack that has just started may be too slow for a query of 200 words. */
const TRIES = 5;
/** Every so many questions one is for a page. */
const PAGE_EVERY = 4;
/** How a page that could get no answer carries the reason, for its part in the browser. */
const PROBLEM = /\bproblem\\?":\{\\?"code\\?":\\?"(\w+)/;

interface Known {
  path: string;
  whole: string;
  keywords: string;
}

export interface KnownAnswers {
  /** Asks one of the queries, in turn, and judges the answer. Never rejects. */
  ask(): Promise<Verdict>;
  /** Searches answered so far that the service worked out, and those it remembered. */
  seen(): { workedOut: number; remembered: number };
}

/** Asks `count` queries over all scopes, each as it is and by keywords alone, and remembers what came. */
export async function rememberAnswers(
  origin: string,
  nextQuery: () => string,
  count: number,
): Promise<KnownAnswers> {
  const known: Known[] = [];
  for (let i = 0; i < count; i++) {
    const path = searchPath(nextQuery(), SCOPES[i % SCOPES.length]!);
    let whole = await fetchAnswer(origin + path);
    for (let tries = 1; tries < TRIES && (typeof whole === 'string' || whole.degraded); tries++) {
      whole = await fetchAnswer(origin + path);
    }
    const keywords = await fetchAnswer(`${origin}${path}&mode=keyword`);
    if (typeof whole === 'string' || typeof keywords === 'string' || whole.degraded) {
      throw new Error(`the stack is not healthy before the faults: ${path}`);
    }
    known.push({ path, whole: itemsOf(whole), keywords: itemsOf(keywords) });
  }
  let turn = 0;
  const seen = { workedOut: 0, remembered: 0 };
  return {
    async ask() {
      const { path, whole, keywords } = known[turn % known.length]!;
      turn += 1;
      if (turn % PAGE_EVERY === 0) return fetchPage(origin + path.replace('/api/v1', ''));
      const answer = await fetchAnswer(origin + path);
      if (typeof answer !== 'string') seen[isRemembered(answer) ? 'remembered' : 'workedOut'] += 1;
      return judge(answer, whole, keywords);
    },
    seen: () => ({ ...seen }),
  };
}

/** An answer from the service's memory says that no signal took any time. */
function isRemembered({ tookMs }: SearchAnswer): boolean {
  return Object.keys(tookMs.signals).length === 0;
}

/** The page of a search shows either what the search answers or what went wrong. */
async function fetchPage(url: string): Promise<Verdict> {
  try {
    const page = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    return judgePage(page.status, await page.text());
  } catch {
    return 'failed';
  }
}

/** Items are not compared: what a page shows comes from the search that is judged beside it. */
export function judgePage(status: number, html: string): Verdict {
  if (status !== 200) return status === 503 ? 'refused' : 'failed';
  const problem = html.match(PROBLEM);
  if (problem === null) return 'same';
  return problem[1] === 'resource_exhausted' ? 'refused' : 'failed';
}

/** @param whole and `keywords` as `itemsOf` gave them before */
export function judge(answer: SearchAnswer | 'refused' | 'failed', whole: string, keywords: string): Verdict {
  if (typeof answer === 'string') return answer;
  const items = itemsOf(answer);
  if (!answer.degraded) return items === whole ? 'same' : 'wrong';
  if (items === keywords) return 'keywords';
  return answer.degradedReasons.length > 0 ? 'partial' : 'wrong';
}

/** Which items, in which order, and whether they are said to be about the query. */
export function itemsOf({ results, relevant }: Pick<SearchAnswer, 'results' | 'relevant'>): string {
  return JSON.stringify([
    relevant,
    results.map((result) => [
      result.book?.id,
      result.passage?.id,
      result.topic?.id,
      result.theme?.id,
      result.domain?.id,
    ]),
  ]);
}

async function fetchAnswer(url: string): Promise<SearchAnswer | 'refused' | 'failed'> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.status === 200) return (await answer.json()) as SearchAnswer;
    await answer.body?.cancel();
    return answer.status === 503 && answer.headers.has('retry-after') ? 'refused' : 'failed';
  } catch {
    return 'failed';
  }
}
