import * as strings from '../../lib/browse/browse-strings.ts';
import { browse } from '../../lib/browse/browse-strings.ts';
import { list, percent } from '../../lib/format.ts';
import { bookUrl } from '../../lib/links.ts';
import type { BookCount } from '../../lib/model.ts';
import { Cover } from '../book/cover.tsx';

/** Books shown before "show all", unless told otherwise. */
const FIRST = 12;

interface BookCountsProps {
  books: readonly BookCount[];
  /** Stays with the links. */
  query?: string;
  first?: number;
}

/** Books in the order given, with how much of each speaks of the thing. */
export function BookCounts({ books, query, first = FIRST }: BookCountsProps) {
  const rest = books.slice(first);
  return (
    <>
      <Rows books={books.slice(0, first)} query={query} />
      {rest.length > 0 ? (
        <details className="mt-2">
          <summary className="link inline-flex min-h-8 items-center">
            {strings.book.showAll(books.length)}
          </summary>
          <Rows books={rest} query={query} />
        </details>
      ) : null}
    </>
  );
}

function Rows({ books, query }: { books: readonly BookCount[]; query: string | undefined }) {
  return (
    <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
      {books.map(({ book, passages, share }) =>
        book ? (
          <li key={book.id} className="grid grid-cols-[3.5rem_minmax(0,1fr)] items-center gap-4">
            <Cover book={book} />
            <div>
              <a
                href={bookUrl(book.id, query)}
                lang={book.language || undefined}
                className="quiet-link font-serif text-body leading-snug font-semibold"
              >
                {book.title}
              </a>
              <p className="text-meta text-ink-2">{list(book.authors)}</p>
              <p className="text-meta text-ink-3">
                {browse.passagesOf(passages)}
                {share >= 0.005 ? ` · ${browse.shareOfBook(percent(share))}` : null}
              </p>
              {share > 0 ? (
                <span aria-hidden="true" className="bar-track mt-1.5">
                  <span className="bar-fill block h-full bg-accent" style={{ width: `${share * 100}%` }} />
                </span>
              ) : null}
            </div>
          </li>
        ) : null,
      )}
    </ul>
  );
}
