import Link from 'next/link';
import { list } from '../lib/format.ts';
import { bookUrl } from '../lib/links.ts';
import type { Book, Passage, Result } from '../lib/model.ts';
import type { AskedSignals } from '../lib/signals.ts';
import * as strings from '../lib/strings.ts';
import { Cover } from './cover.tsx';
import { Evidence } from './evidence.tsx';
import { PassageQuote } from './passage-quote.tsx';

interface BookResultProps {
  book: Book;
  passage: Passage | null;
  result: Result;
  query: string;
  asked: AskedSignals;
}

/** A book that answers, with the passage that answers best. */
export function BookResult({ book, passage, result, query, asked }: BookResultProps) {
  return (
    <article className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-x-4 sm:grid-cols-[6rem_minmax(0,1fr)] sm:gap-x-6">
      <Cover book={book} eager={result.rank <= 4} />
      <div className="flex flex-col gap-2 md:grid md:content-start md:grid-cols-[minmax(0,1fr)_auto] md:gap-x-6">
        <div>
          <h2 className="font-serif text-h3 font-semibold" lang={book.language || undefined}>
            <Link href={bookUrl(book.id, query)} prefetch={false} className="quiet-link">
              {book.title}
            </Link>
          </h2>
          <p className="text-ink-2">
            {list(book.authors) || strings.result.unknownAuthor}
            {book.year ? <span className="text-ink-3"> · {book.year}</span> : null}
          </p>
        </div>
        {passage ? (
          <div className="md:col-span-2 md:row-start-2">
            <PassageQuote passage={passage} language={book.language} query={query} />
          </div>
        ) : null}
        <Evidence
          id={`book-${book.id}`}
          what={book.title}
          signals={result.signals}
          query={query}
          asked={asked}
        />
      </div>
    </article>
  );
}
