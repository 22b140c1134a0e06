import type { Metadata } from 'next';
import { BookGrid } from '../../../components/book/book-grid.tsx';
import { BookList } from '../../../components/browse/book-list.tsx';
import { FacetMenus } from '../../../components/browse/facet-menus.tsx';
import { PageLinks } from '../../../components/browse/page-links.tsx';
import { ShelfTools } from '../../../components/browse/shelf-tools.tsx';
import { FirstRun } from '../../../components/library/first-run.tsx';
import { PageHead } from '../../../components/ui/page-head.tsx';
import { StateView } from '../../../components/ui/state-view.tsx';
import {
  BOOK_FILTERS,
  booksRequest,
  booksUrl,
  MAX_SHOWN,
  parseBooks,
} from '../../../lib/browse/books-url.ts';
import { shelf } from '../../../lib/browse/browse-strings.ts';
import { EMPTY_SEARCH, type PageParams, searchUrl } from '../../../lib/search/search-url.ts';
import { listBooks } from '../../../lib/upstream/library.ts';

export const metadata: Metadata = { title: shelf.title };

export default async function BooksPage({ searchParams }: { searchParams: Promise<PageParams> }) {
  const state = parseBooks(await searchParams);
  const request = booksRequest(state);
  const [first, ...further] = await Promise.all(
    Array.from({ length: state.show }, (_, i) =>
      listBooks({ ...request, page: state.page + i, facets: i === 0 }),
    ),
  );
  if (!first) return null;
  if (!first.ok) return <StateView problem={first.problem} heading="h1" />;
  const { total, pages, facets } = first.value;
  const books = [first, ...further].flatMap((outcome) => (outcome.ok ? outcome.value.books : []));
  const narrowed = state.query !== '' || BOOK_FILTERS.some((name) => state.filters[name].length > 0);
  const last = state.page + state.show - 1;
  return (
    <>
      <PageHead title={shelf.title} tight>
        {shelf.total(total)}
      </PageHead>
      {total === 0 && !narrowed ? <FirstRun /> : <ShelfTools state={state} />}
      <FacetMenus state={state} facets={facets} />
      {books.length === 0 && narrowed ? (
        <div className="py-10">
          <h2 className="font-serif text-h2 font-semibold">{shelf.none}</h2>
          <p className="mt-1 text-body text-ink-2">{shelf.noneText}</p>
          {state.query ? (
            <a
              href={searchUrl({ ...EMPTY_SEARCH, query: state.query, scope: 'passages' })}
              className="link inline-flex min-h-9 items-center"
            >
              {shelf.inside(state.query)}
            </a>
          ) : null}
        </div>
      ) : null}
      <div className="mt-6">
        {state.view === 'list' ? <BookList books={books} /> : <BookGrid books={books} eager={8} />}
      </div>
      {last < pages && state.show < MAX_SHOWN ? (
        <p className="mt-8 text-center">
          <a href={booksUrl({ ...state, show: state.show + 1 })} data-stay className="button">
            {shelf.more}
          </a>
        </p>
      ) : null}
      <PageLinks
        label={shelf.pages}
        page={last}
        pages={pages}
        href={(page) => booksUrl({ ...state, page, show: 1 })}
      />
    </>
  );
}
