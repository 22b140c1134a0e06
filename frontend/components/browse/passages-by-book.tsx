import { browse } from '../../lib/browse/browse-strings.ts';
import { list } from '../../lib/format.ts';
import { bookUrl } from '../../lib/links.ts';
import type { BookCount, TopicPassage } from '../../lib/model.ts';
import { passagesByBook } from '../../lib/passage/passages-by-book.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { EMPTY_SEARCH, searchUrl } from '../../lib/search/search-url.ts';
import { PassageQuote } from '../passage/passage-quote.tsx';

interface PassagesByBookProps {
  passages: readonly TopicPassage[];
  /** How many each book has in all. */
  books: readonly BookCount[];
  /** What they are about. */
  label: string;
}

/** Passages of several books under their books, three of each, with the way to all of them. */
export function PassagesByBook({ passages, books, label }: PassagesByBookProps) {
  const totals = new Map(books.map(({ book, passages: total }) => [book?.id, total]));
  return (
    <div className="border-t border-line">
      {passagesByBook(passages).map(({ book, passages: own }) => (
        <section key={book.id} className="border-b border-line py-5">
          <h3 lang={book.language || undefined} className="font-serif text-body font-semibold">
            <a href={bookUrl(book.id, label)} className="quiet-link">
              {book.title}
            </a>
            <span className="font-sans text-ui font-normal text-ink-2">
              {' · '}
              {list(book.authors) || strings.result.unknownAuthor}
            </span>
          </h3>
          <ol className="mt-3 flex flex-col gap-4">
            {own.map((passage) => (
              <li key={passage.id}>
                <PassageQuote passage={passage} language={book.language} query={label} />
              </li>
            ))}
          </ol>
          {(totals.get(book.id) ?? 0) > own.length ? (
            <a
              href={searchUrl({ ...EMPTY_SEARCH, query: label, scope: 'passages', book: book.id })}
              className="link mt-2 inline-flex min-h-8 items-center"
            >
              {browse.more(totals.get(book.id) ?? 0)}
            </a>
          ) : null}
        </section>
      ))}
    </div>
  );
}
