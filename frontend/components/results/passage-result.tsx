import { list } from '../../lib/format.ts';
import { bookUrl } from '../../lib/links.ts';
import type { Book, SignalState } from '../../lib/model.ts';
import type { FoundPassage, FoundResult } from '../../lib/search/search-answer.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { LONG_QUOTE, PassageQuote } from '../passage/passage-quote.tsx';
import { Evidence } from './evidence.tsx';

interface PassageResultProps {
  book: Book;
  passage: FoundPassage;
  result: FoundResult;
  query: string;
  asked: readonly SignalState[];
}

/** A passage that answers. */
export function PassageResult({ book, passage, result, query, asked }: PassageResultProps) {
  return (
    <article className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <h2 className="text-ink-2">
          <a href={bookUrl(book.id, query)} className="quiet-link font-medium text-ink" data-open="book">
            {book.title}
          </a>
          , {list(book.authors) || strings.result.unknownAuthor}
        </h2>
        <Evidence
          id={`passage-${passage.id}`}
          what={book.title}
          signals={result.signals}
          relevance={result.relevance}
          query={query}
          asked={asked}
        />
      </div>
      <PassageQuote
        passage={passage}
        language={book.language}
        query={query}
        book={book}
        maxLength={LONG_QUOTE}
      />
    </article>
  );
}
