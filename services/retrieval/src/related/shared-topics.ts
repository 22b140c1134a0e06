/** Topics that two books both speak of: the reason a reader sees. */
import type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
import { topicsById } from '../browse/by-id.ts';
import type { SearchIndex } from '../signals/signal.ts';

/** A book's most telling topics that are looked for in other books. */
const TELLING_TOPICS = 200;

interface TellingTopic {
  id: number;
  /** Passages of the book that carry it. */
  passages: number;
  /** High for topics of few books. */
  rarity: number;
}

/** Topics that stand in many passages say more, but ever less with each. */
const weight = (passages: number, rarity: number) => (1 + Math.log(passages)) * rarity;

/**
 * Up to `limit` topics that `book` shares with each of the others, the most telling first: those that stand
 * in many passages of both books and in few other books.
 */
export function sharedTopics(
  index: Pick<SearchIndex, 'library' | 'vectors'>,
  book: number,
  others: readonly number[],
  limit: number,
): Map<number, Topic[]> {
  const { library } = index;
  const telling = new Map(tellingTopics(index, book).map((topic) => [topic.id, topic]));
  /** By book and topic: passages of that book. */
  const counts = new Map<number, Map<number, number>>(others.map((other) => [other, new Map()]));
  const rows = library.statement<[number, number, number]>('related-books-of-topics', 'array');
  for (const [topic, other, count] of rows.all({ topics: JSON.stringify([...telling.keys()]) })) {
    const ofBook = counts.get(other);
    ofBook?.set(topic, (ofBook.get(topic) ?? 0) + count);
  }
  const chosen = new Map(
    [...counts].map(([other, ofBook]): [number, number[]] => {
      const scored = [...ofBook].map(([id, count]): [number, number] => {
        const { passages, rarity } = telling.get(id)!;
        return [id, weight(Math.min(passages, count), rarity)];
      });
      scored.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      return [other, scored.slice(0, limit).map(([id]) => id)];
    }),
  );
  const topics = topicsById(library, [...new Set([...chosen.values()].flat())]);
  return new Map(
    [...chosen].map(([other, ids]) => [
      other,
      ids.flatMap((id) => (topics.has(id) ? [topics.get(id)!] : [])),
    ]),
  );
}

/** Topics that other books speak of as well, merged ones under their target. */
function tellingTopics(
  { library, vectors }: Pick<SearchIndex, 'library' | 'vectors'>,
  book: number,
): TellingTopic[] {
  const { topics } = vectors;
  const { owners } = topics;
  const booksOf = library.statement<number>('topic-book-count', 'value');
  const found = new Map<number, { passages: number; books: number }>();
  for (const [id, count, books] of library
    .statement<[number, number, number]>('related-topics-of-book', 'array')
    .all(book)) {
    const row = topics.rowOf(id);
    // Names have no vector, and are not topics here.
    if (row === undefined) continue;
    const target = owners[row]!;
    const known = found.get(target);
    if (known !== undefined) known.passages += count;
    else found.set(target, { passages: count, books: target === id ? books : (booksOf.get(target) ?? 0) });
  }
  const shared = [...found].filter(([, { books }]) => books > 1);
  const most = shared.reduce((max, [, { books }]) => Math.max(max, books), 2);
  return shared
    .map(([id, { passages, books }]) => {
      const rarity = Math.log((1 + most) / books);
      return { id, passages, rarity, weight: weight(passages, rarity) };
    })
    .sort((a, b) => b.weight - a.weight || a.id - b.id)
    .slice(0, TELLING_TOPICS);
}
