import { list } from '../../lib/format.ts';
import { bookUrl } from '../../lib/links.ts';
import type { Book } from '../../lib/model.ts';
import { Cover } from './cover.tsx';

interface BookGridProps {
  books: readonly Book[];
  heading?: 'h2' | 'h3';
  /** How many covers are in the first screen: they are loaded at once. */
  eager?: number;
}

/** Covers in a grid of three to eight columns. */
export function BookGrid({ books, heading: Heading = 'h2', eager = 0 }: BookGridProps) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(6rem,1fr))] gap-x-4 gap-y-7 sm:gap-x-5 sm:grid-cols-[repeat(auto-fill,minmax(7.25rem,1fr))]">
      {books.map((book, i) => (
        <li key={book.id}>
          <a href={bookUrl(book.id)} className="group flex flex-col gap-2.5">
            <Cover book={book} eager={i < eager} />
            <div className="min-w-0">
              <Heading
                lang={book.language || undefined}
                className="line-clamp-3 font-serif text-ui leading-snug font-semibold group-hover:text-accent"
              >
                {book.title}
              </Heading>
              <p className="mt-0.5 line-clamp-2 text-meta text-ink-2">{list(book.authors)}</p>
            </div>
          </a>
        </li>
      ))}
    </ul>
  );
}
