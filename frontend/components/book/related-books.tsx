import Link from 'next/link';
import { bookPage } from '../../lib/browse-strings.ts';
import { list } from '../../lib/format.ts';
import { bookUrl } from '../../lib/links.ts';
import type { RelatedBook, SignalTrace } from '../../lib/model.ts';
import { RELATED_SIGNALS, sparkSlots } from '../../lib/signals.ts';
import * as strings from '../../lib/strings.ts';
import { Cover } from '../cover.tsx';
import { WhyPanel } from '../why-panel.tsx';

/** Books like one book, each with its reason. */
export function RelatedBooks({ books }: { books: readonly RelatedBook[] }) {
  return (
    <ul className="grid gap-x-8 gap-y-6 sm:grid-cols-2">
      {books.map(({ book, sharedTopics, signals }) => {
        if (!book) return null;
        const shared = sharedTopics.slice(0, 3).map((t) => t.label);
        const reason = relatedReason(shared, signals);
        return (
          <li key={book.id} className="grid grid-cols-[4.5rem_minmax(0,1fr)] gap-4">
            <Cover book={book} />
            <div className="flex flex-col">
              <h3
                lang={book.language || undefined}
                className="font-serif text-body leading-snug font-semibold"
              >
                <Link href={bookUrl(book.id)} prefetch={false} className="quiet-link">
                  {book.title}
                </Link>
              </h3>
              <p className="text-meta text-ink-2">{list(book.authors)}</p>
              <p className="my-1 text-ink-2">{reason}</p>
              <div>
                <WhyPanel
                  id={`why-related-${book.id}`}
                  what={book.title}
                  signals={signals}
                  slots={sparkSlots(signals, RELATED_SIGNALS)}
                  query=""
                  sentence={reason}
                  button={strings.why.buttonBook}
                />
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** What both books speak of, and how close they are as wholes where that was measured. */
function relatedReason(shared: readonly string[], signals: readonly SignalTrace[]): string {
  const close = signals.find((trace) => trace.name === 'vec_books');
  const cosine = close?.raw.toFixed(2);
  if (shared.length > 0) return bookPage.shares(list(shared), cosine);
  return cosine ? bookPage.closeWhole(cosine) : strings.book.closeWhole;
}
