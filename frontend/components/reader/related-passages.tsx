import * as strings from '../../lib/browse/browse-strings.ts';
import { list } from '../../lib/format.ts';
import type { RelatedPassage } from '../../lib/model.ts';
import { excerpt } from '../../lib/passage/highlight.ts';
import { passageText } from '../../lib/passage/passage-text.ts';
import { placeUrl } from '../../lib/reader/place-links.ts';
import { margin } from '../../lib/reader/reading-strings.ts';
import { ExcerptText } from '../passage/excerpt-text.tsx';

/** UTF-16 units of a passage in the margin. */
const SHORT = 200;

/** Passages of other books that are nearest in meaning, each with what both speak of. */
export function RelatedPassages({ related }: { related: readonly RelatedPassage[] }) {
  return (
    <section aria-labelledby="margin-related">
      <h2 id="margin-related" className="margin-heading">
        {margin.related}
      </h2>
      {related.length === 0 ? <p className="text-ink-3">{margin.relatedNone}</p> : null}
      <ul>
        {related.map(({ book, passage, sharedTopics }) => {
          if (!book || !passage) return null;
          const { text } = passageText(passage);
          const shared = sharedTopics.slice(0, 3).map((topic) => topic.label);
          return (
            <li key={passage.id} className="border-b border-line">
              <a href={placeUrl(passage)} data-jump="true" className="group block py-2.5">
                <span lang={book.language || undefined} className="prose line-clamp-4 block text-ui">
                  <ExcerptText cut={excerpt(text, [], SHORT)} />
                </span>
                <span className="mt-1 block text-meta text-ink-2 group-hover:text-accent">
                  <span lang={book.language || undefined} className="font-serif font-semibold">
                    {book.title}
                  </span>
                  {book.authors.length > 0 ? `, ${list(book.authors)}` : null}
                </span>
                {shared.length > 0 ? (
                  <span className="block text-meta text-ink-3">{strings.book.shares(list(shared))}</span>
                ) : null}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
