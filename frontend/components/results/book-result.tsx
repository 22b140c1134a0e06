import type { ReactNode } from 'react';
import { list } from '../../lib/format.ts';
import { bookUrl } from '../../lib/links.ts';
import type { Book, SignalState } from '../../lib/model.ts';
import type { FoundPassage, FoundResult } from '../../lib/search/search-answer.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { EMPTY_SEARCH, searchUrl } from '../../lib/search/search-url.ts';
import { Cover } from '../book/cover.tsx';
import { LONG_QUOTE, PassageQuote } from '../passage/passage-quote.tsx';
import { Icon } from '../ui/icon.tsx';
import { Evidence } from './evidence.tsx';

interface BookResultProps {
  book: Book;
  passage: FoundPassage | undefined;
  /** The passage answers the query by itself: more of it is shown, and all of it on request. */
  whole?: boolean | undefined;
  result: FoundResult;
  query: string;
  asked: readonly SignalState[];
}

/** A book that answers, with the passage that answers best and the way to the others. */
export function BookResult({ book, passage, whole, result, query, asked }: BookResultProps) {
  return (
    <article className="grid grid-cols-[4rem_minmax(0,1fr)] gap-x-4 sm:grid-cols-[6rem_minmax(0,1fr)] sm:gap-x-6">
      {/* biome-ignore lint/a11y/useAnchorContent: for the pointer only; the title beside it is the same link */}
      <a href={bookUrl(book.id, query)} tabIndex={-1} aria-hidden="true" className="self-start">
        <Cover book={book} eager={result.rank <= 4} />
      </a>
      <div className="flex flex-col gap-2 md:grid md:content-start md:grid-cols-[minmax(0,1fr)_auto] md:gap-x-6">
        <div>
          <h2 className="font-serif text-h3 font-semibold" lang={book.language || undefined}>
            <a href={bookUrl(book.id, query)} className="quiet-link" data-open="book">
              {book.title}
            </a>
          </h2>
          <p className="text-ink-2">
            {list(book.authors) || strings.result.unknownAuthor}
            {book.year ? <span className="text-ink-3"> · {book.year}</span> : null}
          </p>
        </div>
        {passage ? (
          <div className="md:col-span-2 md:row-start-2">
            <PassageQuote
              passage={passage}
              language={book.language}
              query={query}
              book={book}
              {...(whole && { maxLength: LONG_QUOTE })}
            />
            {whole && passage.text.length > LONG_QUOTE ? (
              <Folded title={strings.result.wholePassage}>
                <PassageQuote
                  passage={passage}
                  language={book.language}
                  query={query}
                  maxLength={Number.POSITIVE_INFINITY}
                />
              </Folded>
            ) : null}
            <AlsoInBook book={book} result={result} query={query} />
          </div>
        ) : null}
        <Evidence
          id={`book-${book.id}`}
          what={book.title}
          signals={result.signals}
          relevance={result.relevance}
          query={query}
          asked={asked}
        />
      </div>
    </article>
  );
}

/** The next best passages of the same book, folded away, and the search within it. */
function AlsoInBook({ book, result, query }: { book: Book; result: FoundResult; query: string }) {
  if (result.alsoTotal === 0) return null;
  const all = searchUrl({ ...EMPTY_SEARCH, query, scope: 'passages', book: book.id });
  return (
    <Folded title={strings.result.also(result.alsoTotal)}>
      <ul className="flex flex-col gap-4">
        {result.also.map((passage) => (
          <li key={passage.id}>
            <PassageQuote passage={passage} language={book.language} query={query} />
          </li>
        ))}
        {result.alsoTotal > result.also.length ? (
          <li>
            <a href={all} className="link inline-flex min-h-6 items-center text-meta">
              {strings.result.allInBook(result.alsoTotal + 1)}
            </a>
          </li>
        ) : null}
      </ul>
    </Folded>
  );
}

function Folded({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="mt-1">
      <summary className="inline-flex min-h-6 items-center text-meta text-ink-2 hover:text-ink pointer-coarse:min-h-11">
        <Icon name="right" className="fold me-1 size-3.5" />
        {title}
      </summary>
      <div className="mt-2 border-s-2 border-line ps-4">{children}</div>
    </details>
  );
}
