import * as strings from '../../lib/browse/browse-strings.ts';
import { bookPage } from '../../lib/browse/browse-strings.ts';
import { catalogueLinks } from '../../lib/browse/catalogue-links.ts';
import { trailFromTopic } from '../../lib/links.ts';
import type { Book, BookDetail } from '../../lib/model.ts';
import { readUrl } from '../../lib/reader/place-links.ts';
import { trailEntry } from '../../lib/trail/trail-strings.ts';
import { BackToResults } from '../search/back-to-results.tsx';
import { Icon } from '../ui/icon.tsx';
import { Cover } from './cover.tsx';

interface Props {
  detail: BookDetail;
  book: Book;
  query: string;
  /** Address of a Calibre-Web with the same library; empty if there is none. */
  calibreWeb: string;
}

/** Cover, the way into the text, and the facts. */
export function BookAside({ detail, book, query, calibreWeb }: Props) {
  const start = detail.sections.find((s) => s.kind === 'body') ?? detail.sections[0];
  const [topic] = detail.topics;
  const facts = [
    strings.book.words(book.words),
    strings.book.passages(detail.passages),
    detail.publisher,
    strings.book.otherFormats(detail.otherFiles),
    strings.book.rating(detail.rating),
  ].filter((fact) => fact !== '');
  return (
    <aside className="book-aside">
      <div className="book-cover">
        <Cover book={book} eager />
      </div>
      <div className="book-actions flex flex-col gap-3">
        {query ? <BackToResults query={query} label={strings.book.backTo(query)} /> : null}
        {start ? (
          <a href={readUrl(book.id, start.index, undefined, query)} className="button button-primary">
            {bookPage.read}
          </a>
        ) : null}
        {topic ? (
          <a href={trailFromTopic(topic.id)} className="button">
            <Icon name="trail" className="size-4" />
            {trailEntry.fromBook}
          </a>
        ) : null}
        <ul className="flex flex-wrap gap-x-3 text-meta text-ink-3 md:flex-col md:gap-y-0.5">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
          {catalogueLinks(detail.catalogueLink, calibreWeb).map(({ label, href }) => (
            <li key={label}>
              <a href={href} className="quiet-link">
                {label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}
