import { HomeContent } from '../../components/home-content.tsx';
import { SearchPage } from '../../components/search-page.tsx';
import * as strings from '../../lib/strings.ts';
import { libraryStatus, listBooks, listDomains, listThemes } from '../../lib/upstream/library.ts';

/** Covers on the home page's shelf. */
const SHELF = 8;
/** Ideas to try. */
const EXAMPLES = 6;

export default async function HomePage() {
  const [status, books, themes, domains] = await Promise.all([
    libraryStatus(),
    listBooks({ limit: SHELF, sort: 'added' }),
    listThemes({ limit: EXAMPLES }),
    listDomains(),
  ]);
  const counts = status.ok ? status.value.counts : null;
  return (
    <SearchPage
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
          themes={themes.ok ? themes.value.themes : []}
          domains={domains.ok ? domains.value.domains : []}
        />
      }
    />
  );
}
