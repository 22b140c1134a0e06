/** Browsing by topic: its passages, other words for it, and neighbouring topics. */
import type { TopicDetail__Out as TopicDetail } from '@libtrails/proto/types/library/v1/TopicDetail';
import type { TopicPassage__Out as TopicPassage } from '@libtrails/proto/types/library/v1/TopicPassage';
import type { Catalogue, PassageOfBook, TopicPage } from '../store/catalogue.ts';
import type { Store } from '../store/store.ts';
import { withBooks } from './books.ts';
import { notFound } from './not-found.ts';
import { pageLimit } from './paging.ts';

const DEFAULT_PASSAGES = 20;
const MAX_PASSAGES = 100;
const BOOKS_SHOWN = 100;
const RELATED_SHOWN = 20;

/**
 * A topic's page; the id of a merged topic leads to the topic it reads as. `limit` is of passages, 1..100; 0
 * means 20.
 * @throws LibTrailsError not_found, invalid_argument
 */
export async function getTopic(
  { catalogue, links }: Pick<Store, 'catalogue' | 'links'>,
  topicId: number,
  limit: number,
): Promise<TopicDetail> {
  const wanted = pageLimit(limit, DEFAULT_PASSAGES, MAX_PASSAGES);
  const page = await catalogue.topicPage(topicId, { books: BOOKS_SHOWN, related: RELATED_SHOWN });
  if (page === undefined) throw notFound('topic', topicId);
  const { id, themeId, books, related } = page;
  return {
    topic: (await catalogue.topics([id])).get(id) ?? null,
    variants: variantsOf(page),
    theme: themeId === null ? null : ((await catalogue.themes([themeId])).get(themeId) ?? null),
    passages: await withPassages(catalogue, (await links.passagesOfTopic(id, wanted)) ?? []),
    books: await withBooks(catalogue, books),
    related,
  };
}

/** Other words for a topic, each once. */
function variantsOf({ label, words }: TopicPage): string[] {
  const seen = new Set([label.toLowerCase()]);
  return words.filter((word) => {
    const key = word.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

/** Passages with their books, in the order of `rows`. */
export async function withPassages(
  catalogue: Catalogue,
  rows: readonly PassageOfBook[],
): Promise<TopicPassage[]> {
  const passages = await catalogue.passages(rows.map(({ id }) => id));
  const books = await catalogue.books([...new Set(rows.map(({ bookId }) => bookId))]);
  return rows.map(({ id, bookId }) => ({
    book: books.get(bookId) ?? null,
    passage: passages.get(id) ?? null,
  }));
}
