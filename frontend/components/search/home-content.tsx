import type { Outcome } from '../../lib/errors/outcome.ts';
import type { Book, Domain, LibraryStatus, Theme } from '../../lib/model.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { EMPTY_SEARCH, searchUrl } from '../../lib/search/search-url.ts';
import { BookGrid } from '../book/book-grid.tsx';
import { FirstRun } from '../library/first-run.tsx';
import { IndexingNote } from '../library/indexing-note.tsx';
import { DomainBars } from '../themes/domain-bars.tsx';
import { StateView } from '../ui/state-view.tsx';

/** Domains shown; their own page has all. */
const LARGEST = 8;

interface HomeContentProps {
  status: Outcome<LibraryStatus>;
  books: Book[];
  themes: Theme[];
  domains: Domain[];
}

/** Below the box of the home page: ideas to try, books, and what the library is about. */
export function HomeContent({ status, books, themes, domains }: HomeContentProps) {
  if (!status.ok) return <StateView problem={status.problem} />;
  if (status.value.state === 'empty') return <FirstRun />;
  return (
    <div className="flex flex-col gap-12">
      <IndexingNote jobs={status.value.jobs} />
      {themes.length > 0 ? (
        <section aria-labelledby="examples">
          <h2 id="examples" className="section-heading">
            {strings.search.examples}
          </h2>
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {themes.map((theme) => (
              <li key={theme.id}>
                <a
                  href={searchUrl({ ...EMPTY_SEARCH, query: theme.label })}
                  className="link inline-flex min-h-9 items-center font-serif text-h3"
                >
                  {theme.label}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {books.length > 0 ? (
        <section aria-labelledby="shelf">
          <div className="flex items-baseline justify-between">
            <h2 id="shelf" className="section-heading">
              {strings.search.shelf}
            </h2>
            <a href="/books" className="link">
              {strings.search.allBooks}
            </a>
          </div>
          <BookGrid books={books} heading="h3" />
        </section>
      ) : null}
      {domains.length > 0 ? (
        <section aria-labelledby="subjects">
          <h2 id="subjects" className="section-heading">
            {strings.search.subjects}
          </h2>
          <DomainBars domains={domains} limit={LARGEST} />
          {domains.length > LARGEST ? (
            <a href="/domains" className="link mt-3 inline-flex min-h-8 items-center">
              {strings.search.allDomains}
            </a>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}
