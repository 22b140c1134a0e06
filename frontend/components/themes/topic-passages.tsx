import { list } from '../../lib/format.ts';
import { bookUrl } from '../../lib/links.ts';
import type { TopicPassage } from '../../lib/model.ts';
import * as strings from '../../lib/search/search-strings.ts';
import { PassageQuote } from '../passage/passage-quote.tsx';

/** Passages of several books, each under its book's name. */
export function TopicPassages({ passages }: { passages: readonly TopicPassage[] }) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {passages.map(({ book, passage }) =>
        book && passage ? (
          <li key={passage.id} className="py-4">
            <p className="mb-1 text-ink-2">
              <a href={bookUrl(book.id)} className="quiet-link font-medium text-ink">
                {book.title}
              </a>
              , {list(book.authors) || strings.result.unknownAuthor}
            </p>
            <PassageQuote passage={passage} language={book.language} />
          </li>
        ) : null,
      )}
    </ol>
  );
}
