import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { IndexingNote } from '../../../components/library/indexing-note.tsx';
import { SearchHelp } from '../../../components/search/search-help.tsx';
import { SearchPage } from '../../../components/search/search-page.tsx';
import * as searchStrings from '../../../lib/search/search-strings.ts';
import { type PageParams, parseSearch, searchApiUrl, toParams } from '../../../lib/search/search-url.ts';
import * as strings from '../../../lib/strings.ts';
import { libraryStatus, listBooks, listThemes } from '../../../lib/upstream/library.ts';
import { searchOnServer } from '../../../lib/upstream/search-on-server.ts';

/** Milliseconds the page waits for a search; the service itself gives up on slow signals earlier. */
const SEARCH_TIMEOUT_MS = 5_000;

/** Books and themes that the examples beside the box are made from. */
const BOOKS = 4;
const THEMES = 20;

interface Props {
  searchParams: Promise<PageParams>;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { query } = parseSearch(toParams(await searchParams));
  return { title: query === '' ? strings.shell.search : searchStrings.search.title(query) };
}

export default async function ResultsPage({ searchParams }: Props) {
  const state = parseSearch(toParams(await searchParams));
  // Nothing is asked for: that is the home page.
  if (state.query === '') redirect('/');
  const [outcome, beside] = await Promise.all([searchOnServer(state, SEARCH_TIMEOUT_MS), help()]);
  const found = !outcome.ok || outcome.value.total > 0;
  const status = found ? undefined : await libraryStatus();
  const library = status?.ok ? status.value : undefined;
  return (
    <SearchPage
      initial={{ state, url: searchApiUrl(state), outcome }}
      empty={library?.state === 'empty'}
      note={library ? <IndexingNote jobs={library.jobs} /> : null}
      help={beside}
    />
  );
}

async function help() {
  const [books, themes] = await Promise.all([
    listBooks({ limit: BOOKS, sort: 'added' }),
    listThemes({ limit: THEMES }),
  ]);
  return books.ok ? (
    <SearchHelp books={books.value.books} themes={themes.ok ? themes.value.themes : []} />
  ) : null;
}
