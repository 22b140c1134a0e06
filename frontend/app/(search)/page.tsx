import { IndexingNote } from '../../components/library/indexing-note.tsx';
import { HomeContent } from '../../components/search/home-content.tsx';
import { SearchHelp } from '../../components/search/search-help.tsx';
import { SearchPage } from '../../components/search/search-page.tsx';
import { exampleThemes } from '../../lib/search/example-themes.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { libraryStatus, listBooks, listDomains, listThemes } from '../../lib/upstream/library.ts';

export const dynamic = 'force-dynamic';

/** Covers on the home page's shelf. */
const SHELF = 8;
/** Ideas to try, and themes to choose them from. */
const EXAMPLES = 6;
const CHOICE = 60;

export default async function HomePage() {
  const [status, books, themes, domains] = await Promise.all([
    libraryStatus(),
    listBooks({ limit: SHELF, sort: 'added' }),
    listThemes({ limit: CHOICE }),
    listDomains(),
  ]);
  const note = status.ok ? <IndexingNote jobs={status.value.jobs} /> : null;
  const counts = status.ok ? status.value.counts : null;
  return (
    <SearchPage
      note={note}
      help={
        <SearchHelp books={books.ok ? books.value.books : []} themes={themes.ok ? themes.value.themes : []} />
      }
      hero={
        <>
          <h1 className="max-w-[18ch] font-serif text-display font-semibold tracking-[-0.015em]">
            {strings.search.heading}
          </h1>
          {counts && counts.books > 0 ? (
            <p className="mt-4 text-body text-ink-2">{strings.search.intro(counts.books, counts.passages)}</p>
          ) : null}
        </>
      }
      home={
        <HomeContent
          status={status}
          books={books.ok ? books.value.books : []}
          themes={themes.ok ? exampleThemes(themes.value.themes, EXAMPLES) : []}
          domains={domains.ok ? domains.value.domains : []}
        />
      }
    />
  );
}
