/** The other kinds on a page of everything: passages of other books, topics, themes, domains. */
import { QUOTED_LIFT } from '../fusion/ranked-list.ts';
import type { FusedItem } from '../fusion/rrf.ts';
import { ftsBooks } from '../signals/fts-books.ts';
import type { Scope } from '../signals/signal.ts';
import type { Store } from '../store/store.ts';
import { resultPage } from './result-page.ts';
import type { SearchAnswer } from './search-input.ts';
import type { SignalRun } from './signal-run.ts';
import { relevanceBy, type Verdict } from './verdict.ts';

/** Results of each kind: a look, with the whole list one step away. */
const SHOWN = { passages: 5, topics: 8, themes: 6, domains: 4 } as const;

export type Bands = Pick<SearchAnswer, 'foundInside' | 'topics' | 'themes' | 'domains' | 'answeringPassage'>;

export const NO_BANDS: Bands = {
  foundInside: [],
  topics: [],
  themes: [],
  domains: [],
  answeringPassage: 0,
};

/** Nothing weak. "Found inside" has one passage of each book, and none of a book that is on the page already. */
export async function bandsOf(
  runs: readonly SignalRun[],
  verdicts: ReadonlyMap<Scope, Verdict>,
  books: SearchAnswer['results'],
  store: Store,
  explain: boolean,
): Promise<Bands> {
  const page = (scope: Scope, limit: number, accept: (item: FusedItem) => boolean = () => true) => {
    const run = runs.find(({ question }) => question.scope === scope)!;
    const verdict = verdicts.get(scope)!;
    const relevance = relevanceBy(verdict);
    return resultPage(run, verdict, store, {
      offset: 0,
      limit,
      explain,
      also: 0,
      accept: (item) => relevance(item) !== 'weak' && accept(item),
    });
  };
  const seen = new Set(books.map(({ book }) => book?.id));
  const passages = runs.find(({ question }) => question.scope === 'passages')!.fused;
  const owners = await store.vectors.owners(
    'passages',
    passages.map(({ id }) => id),
  );
  const elsewhere = ({ id }: FusedItem) => {
    const book = owners.get(id);
    if (book === undefined || seen.has(book)) return false;
    seen.add(book);
    return true;
  };
  return {
    foundInside: await page('passages', SHOWN.passages, elsewhere),
    topics: await page('topics', SHOWN.topics),
    themes: await page('themes', SHOWN.themes),
    domains: await page('domains', SHOWN.domains),
    answeringPassage: answeringPassage(runs, verdicts, books),
  };
}

/** Words of a query, stop words aside, that can describe a passage. */
const DESCRIBING_WORDS = 3;

/** The first book's passage, if both are strong and it is the best of all passages; 0 where a book is asked for by name. */
function answeringPassage(
  runs: readonly SignalRun[],
  verdicts: ReadonlyMap<Scope, Verdict>,
  [book]: SearchAnswer['results'],
): number {
  const inBooks = runs.find(({ question }) => question.scope === 'books')!;
  const inPassages = runs.find(({ question }) => question.scope === 'passages')!;
  const [first] = inPassages.fused;
  if (first === undefined || book?.relevance !== 'strong' || book.rank !== 1) return 0;
  if (book.passage?.id !== first.id || inBooks.question.words.terms.length < DESCRIBING_WORDS) return 0;
  const isNamed = inBooks.fused[0]!.contributions.some(
    ({ signal, lift }) => signal === ftsBooks && lift >= QUOTED_LIFT,
  );
  return !isNamed && relevanceBy(verdicts.get('passages')!)(first) === 'strong' ? first.id : 0;
}
