import * as strings from '../../lib/browse/browse-strings.ts';
import { list } from '../../lib/format.ts';
import { bookUrl } from '../../lib/links.ts';
import type { RelatedBook, SignalState } from '../../lib/model.ts';
import * as searchStrings from '../../lib/search/search-strings.ts';
import { sparkSlots } from '../../lib/search/signals.ts';
import { WhyPanel } from '../results/why-panel.tsx';
import { Cover } from './cover.tsx';

/** Books like one book, each with its reason. */
export function RelatedBooks({
  books,
  asked,
}: {
  books: readonly RelatedBook[];
  asked: readonly SignalState[];
}) {
  return (
    <ul className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
      {books.map(({ book, sharedTopics, signals }) => {
        if (!book) return null;
        const shared = sharedTopics.slice(0, 3).map((t) => t.label);
        const reason = relatedReason(shared);
        return (
          <li key={book.id} className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-4">
            <Cover book={book} />
            <div className="flex flex-col">
              <h3
                lang={book.language || undefined}
                className="font-serif text-body leading-snug font-semibold"
              >
                <a href={bookUrl(book.id)} className="quiet-link">
                  {book.title}
                </a>
              </h3>
              <p className="text-meta text-ink-2">{list(book.authors)}</p>
              <p className="my-1 text-ink-2">{reason}</p>
              <div>
                <WhyPanel
                  id={`why-related-${book.id}`}
                  what={book.title}
                  signals={signals}
                  slots={sparkSlots(signals, asked)}
                  query=""
                  sentence={reason}
                  button={searchStrings.why.buttonBook}
                />
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** What both books are about; the scores are in the panel. */
const relatedReason = (shared: readonly string[]) =>
  shared.length > 0 ? strings.book.shares(list(shared)) : strings.book.closeWhole;
