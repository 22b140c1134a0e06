import Link from 'next/link';
import { list } from '../lib/format.ts';
import { bookUrl } from '../lib/links.ts';
import type { BookCount } from '../lib/model.ts';
import * as strings from '../lib/strings.ts';
import { Cover } from './cover.tsx';

/** Books shown before "show all". */
const FIRST = 12;

/** Books with the number of passages that put them here. */
export function BookCounts({ books }: { books: readonly BookCount[] }) {
  const rest = books.slice(FIRST);
  return (
    <>
      <Rows books={books.slice(0, FIRST)} />
      {rest.length > 0 ? (
        <details className="mt-2">
          <summary className="link inline-flex min-h-8 items-center">
            {strings.book.showAll(books.length)}
          </summary>
          <Rows books={rest} />
        </details>
      ) : null}
    </>
  );
}

function Rows({ books }: { books: readonly BookCount[] }) {
  return (
    <ul className="grid gap-x-8 gap-y-5 sm:grid-cols-2">
      {books.map(({ book, passages }) =>
        book ? (
          <li key={book.id} className="grid grid-cols-[3.5rem_minmax(0,1fr)] items-center gap-4">
            <Cover book={book} />
            <div>
              <Link
                href={bookUrl(book.id)}
                prefetch={false}
                lang={book.language || undefined}
                className="quiet-link font-serif text-body leading-snug font-semibold"
              >
                {book.title}
              </Link>
              <p className="text-meta text-ink-2">{list(book.authors)}</p>
              <p className="text-meta text-ink-3">{strings.themes.passagesOf(passages)}</p>
            </div>
          </li>
        ) : null,
      )}
    </ul>
  );
}
