import * as browseStrings from '../../lib/browse/browse-strings.ts';
import { list } from '../../lib/format.ts';
import { bookUrl } from '../../lib/links.ts';
import type { Book } from '../../lib/model.ts';
import * as searchStrings from '../../lib/search/search-strings.ts';
import { Cover } from '../book/cover.tsx';

/** Books as rows: cover, title, author, year, length. */
export function BookList({ books }: { books: readonly Book[] }) {
  return (
    <ul className="border-t border-line">
      {books.map((book) => (
        <li key={book.id} className="border-b border-line">
          <a href={bookUrl(book.id)} className="book-row group">
            <Cover book={book} />
            <span className="min-w-0">
              <span
                lang={book.language || undefined}
                className="block font-serif text-body leading-snug font-semibold group-hover:text-accent"
              >
                {book.title}
              </span>
              <span className="block text-ink-2">
                {list(book.authors) || searchStrings.result.unknownAuthor}
              </span>
            </span>
            <span className="book-row-facts">
              <span>{book.year || ''}</span>
              <span>{browseStrings.book.words(book.words)}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
