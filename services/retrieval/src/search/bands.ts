/** What stands beside the books on a page of everything: passages of other books, topics, themes, domains. */
import type { Scope, SearchIndex } from '../signals/signal.ts';
import { resultPage } from './result-page.ts';
import type { SearchAnswer } from './search-input.ts';
import type { SignalRun } from './signal-run.ts';
import { relevanceBy, type Verdict } from './verdict.ts';

/** Results of each kind: a look, with the whole list one step away. */
const SHOWN = { passages: 5, topics: 8, themes: 6, domains: 4 } as const;

export type Bands = Pick<SearchAnswer, 'foundInside' | 'topics' | 'themes' | 'domains'>;

export const NO_BANDS: Bands = { foundInside: [], topics: [], themes: [], domains: [] };

/** Nothing weak. "Found inside" has one passage of each book, and none of a book that is on the page already. */
export function bandsOf(
  runs: readonly SignalRun[],
  verdicts: ReadonlyMap<Scope, Verdict>,
  books: SearchAnswer['results'],
  index: SearchIndex,
  explain: boolean,
): Bands {
  const page = (scope: Scope, limit: number, accept: (id: number) => boolean = () => true) => {
    const run = runs.find(({ question }) => question.scope === scope)!;
    const verdict = verdicts.get(scope)!;
    const relevance = relevanceBy(verdict);
    return resultPage(run, verdict, index, {
      offset: 0,
      limit,
      explain,
      also: 0,
      accept: ({ id, contributions }) => relevance(contributions) !== 'weak' && accept(id),
    });
  };
  const seen = new Set(books.map(({ book }) => book?.id));
  const { chunks } = index.vectors;
  const elsewhere = (id: number) => {
    const row = chunks.rowOf(id);
    if (row === undefined || seen.has(chunks.owners[row]!)) return false;
    seen.add(chunks.owners[row]!);
    return true;
  };
  return {
    foundInside: page('passages', SHOWN.passages, elsewhere),
    topics: page('topics', SHOWN.topics),
    themes: page('themes', SHOWN.themes),
    domains: page('domains', SHOWN.domains),
  };
}
