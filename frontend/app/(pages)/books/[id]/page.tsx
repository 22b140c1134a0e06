import type { Metadata } from 'next';
import { BookAside } from '../../../../components/book/book-aside.tsx';
import { BookBody } from '../../../../components/book/book-body.tsx';
import { BookHits } from '../../../../components/book/book-hits.tsx';
import { PageHead } from '../../../../components/ui/page-head.tsx';
import { StateView } from '../../../../components/ui/state-view.tsx';
import { booksUrl, parseBooks, withFilter } from '../../../../lib/browse/books-url.ts';
import * as browseStrings from '../../../../lib/browse/browse-strings.ts';
import { bookPage } from '../../../../lib/browse/browse-strings.ts';
import { languageName } from '../../../../lib/format.ts';
import type { Book } from '../../../../lib/model.ts';
import * as searchStrings from '../../../../lib/search/search-strings.ts';
import { type PageParams, parseSearch, toParams } from '../../../../lib/search/search-url.ts';
import { orNotFound, pathNumber } from '../../../../lib/server/route-params.ts';
import { settings } from '../../../../lib/server/settings.ts';
import { getBook, getJourney, related, searchBook } from '../../../../lib/upstream/library.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<PageParams>;
}

/** Hits shown on the book's own page; the search page has the rest. */
const HITS = 5;
const RELATED = 12;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const outcome = await getBook(pathNumber((await params).id));
  return { title: outcome.ok ? (outcome.value.book?.title ?? '') : browseStrings.shelf.title };
}

export default async function BookPage({ params, searchParams }: Props) {
  const id = pathNumber((await params).id);
  const { query } = parseSearch(toParams(await searchParams));
  const [found, like, journey, hits] = await Promise.all([
    getBook(id),
    related(id, RELATED),
    getJourney(id),
    query === '' ? undefined : searchBook(id, query, HITS),
  ]);
  const { value: detail, problem } = orNotFound(found);
  if (problem) return <StateView problem={problem} heading="h1" />;
  const { book } = detail;
  if (!book) return null;
  return (
    <article className="book-page">
      <BookAside detail={detail} book={book} query={query} calibreWeb={settings().calibreWeb} />
      <div className="book-main">
        <div className="book-head">
          <PageHead title={book.title} language={book.language} tight>
            <Byline book={book} />
          </PageHead>
        </div>
        <div className="book-body flex flex-col gap-10">
          <BookHits bookId={id} query={query} language={book.language} outcome={hits} />
          <BookBody
            book={book}
            detail={detail}
            journey={journey.ok ? journey.value : undefined}
            related={like.ok ? like.value : undefined}
            query={query}
          />
        </div>
      </div>
    </article>
  );
}

/** Authors as the way to their other books; series, year and language as far as the file says. */
function Byline({ book }: { book: Book }) {
  const facts = [
    book.series ? bookPage.series(book.series, book.seriesIndex) : '',
    book.year ? String(book.year) : '',
    book.language ? languageName(book.language) : '',
  ].filter((fact) => fact !== '');
  return (
    <>
      {book.subtitle ? (
        <p lang={book.language || undefined} className="mb-1 font-serif text-h3 text-ink-2">
          {book.subtitle}
        </p>
      ) : null}
      <p className="text-body">
        {book.authors.length === 0 ? searchStrings.result.unknownAuthor : null}
        {book.authors.map((author, i) => (
          <span key={author}>
            {i > 0 ? ', ' : null}
            <a
              href={booksUrl(withFilter(parseBooks({}), 'author', author))}
              aria-label={bookPage.by(author)}
              className="quiet-link inline-block min-h-6"
            >
              {author}
            </a>
          </span>
        ))}
      </p>
      {facts.length > 0 ? <p className="text-ink-3">{facts.join(' · ')}</p> : null}
    </>
  );
}
