import Link from 'next/link';
import { list, percent } from '../lib/format.ts';
import { bookUrl } from '../lib/links.ts';
import type { Book, SectionRef } from '../lib/model.ts';
import { EMPTY_SEARCH, searchUrl } from '../lib/search-url.ts';
import * as strings from '../lib/strings.ts';
import { Cover } from './cover.tsx';
import { Icon } from './icon.tsx';

interface PlaceHeadProps {
  book: Book;
  section: SectionRef | null;
  /** Place in the book, 0..1, where one is meant. */
  position?: number;
  /** The search that led here. */
  query: string;
}

/** Where in which book the text below stands, and the way back. */
export function PlaceHead({ book, section, position, query }: PlaceHeadProps) {
  const title = section?.title || strings.result.section(section?.index ?? 0);
  return (
    <header className="mb-6">
      {query ? (
        <Link
          href={searchUrl({ ...EMPTY_SEARCH, query })}
          prefetch={false}
          className="link mb-4 inline-flex min-h-8 items-center gap-1"
        >
          <Icon name="left" className="size-4" />
          {strings.book.backTo(query)}
        </Link>
      ) : null}
      <div className="grid grid-cols-[3.5rem_minmax(0,1fr)] items-center gap-4">
        <Cover book={book} eager />
        <div>
          <p className="text-ink-2">
            <Link href={bookUrl(book.id, query)} prefetch={false} className="quiet-link font-medium text-ink">
              {book.title}
            </Link>
            , {list(book.authors) || strings.result.unknownAuthor}
          </p>
          <h1 lang={book.language || undefined} className="font-serif text-h2 font-semibold">
            {title}
          </h1>
          {position === undefined ? null : (
            <p className="text-meta text-ink-3">{strings.passage.position(percent(position))}</p>
          )}
        </div>
      </div>
    </header>
  );
}
