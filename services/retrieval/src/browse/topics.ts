/** Browsing by topic: where it stands, under which other words, and beside what. */
import type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
import type { TopicDetail__Out as TopicDetail } from '@libtrails/proto/types/library/v1/TopicDetail';
import type { TopicPassage__Out as TopicPassage } from '@libtrails/proto/types/library/v1/TopicPassage';
import type { Library } from '../store/sqlite/library.ts';
import { splitAliases } from '../store/sqlite/write/alias-list.ts';
import { withBooks } from './books.ts';
import { booksById, passagesById, themesById, topicsById } from './by-id.ts';
import { notFound } from './not-found.ts';
import { pageLimit } from './paging.ts';

const DEFAULT_PASSAGES = 20;
const MAX_PASSAGES = 100;
const BOOKS_SHOWN = 100;
const RELATED_SHOWN = 20;
/** Related topics are read off this many of the topic's best passages, which bounds the time. */
const RELATED_SAMPLE = 200;

interface TopicRow {
  id: number;
  label: string;
  kind: string;
  aliases: string;
  themeId: number | null;
}

/**
 * A topic's page; the id of a merged topic leads to the topic it reads as. `limit` is of passages, 1..100; 0
 * means 20.
 * @throws LibTrailsError not_found, invalid_argument
 */
export function getTopic(library: Library, topicId: number, limit: number): TopicDetail {
  const passages = pageLimit(limit, DEFAULT_PASSAGES, MAX_PASSAGES);
  const row = library.statement<TopicRow>('topic-row').get(topicId);
  if (row === undefined) throw notFound('topic', topicId);
  const { id, themeId } = row;
  return {
    topic: topicsById(library, [id]).get(id) ?? null,
    variants: variantsOf(library, row),
    theme: themeId === null ? null : (themesById(library, [themeId]).get(themeId) ?? null),
    passages: withPassages(
      library,
      library.statement<{ id: number; bookId: number }>('topic-passages').all({ id, limit: passages }),
    ),
    books: withBooks(
      library,
      library.statement<{ bookId: number; passages: number }>('topic-books').all({ id, limit: BOOKS_SHOWN }),
    ),
    related: library
      .statement<Topic>('topic-related')
      .all({ id, sample: RELATED_SAMPLE, limit: RELATED_SHOWN }),
  };
}

/** Other words for a topic: its aliases, the labels merged into it and their aliases, each once. */
function variantsOf(library: Library, { id, label, aliases }: TopicRow): string[] {
  const merged = library.statement<{ label: string; aliases: string }>('topic-variants').all(id);
  const words = [
    ...splitAliases(aliases),
    ...merged.flatMap((variant) => [variant.label, ...splitAliases(variant.aliases)]),
  ];
  const seen = new Set([label.toLowerCase()]);
  return words.filter((word) => {
    const key = word.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

/** Passages with their books, in the order of `rows`. */
export function withPassages(
  library: Library,
  rows: readonly { id: number; bookId: number }[],
): TopicPassage[] {
  const passages = passagesById(
    library,
    rows.map(({ id }) => id),
  );
  const books = booksById(library, [...new Set(rows.map(({ bookId }) => bookId))]);
  return rows.map(({ id, bookId }) => ({
    book: books.get(bookId) ?? null,
    passage: passages.get(id) ?? null,
  }));
}
