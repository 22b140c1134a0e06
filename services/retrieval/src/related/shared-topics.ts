/** Topics that two books both speak of: the reason a reader sees. */
import type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
import type { Links } from '../store/links.ts';
import type { Store } from '../store/store.ts';

/** A book's most telling topics that are looked for in other books. */
const TELLING_TOPICS = 200;

interface TellingTopic {
  id: number;
  /** Passages of the book that carry it. */
  passages: number;
  /** High for topics of few books. */
  rarity: number;
}

/** Topics of many passages count more, with diminishing returns. */
const weight = (passages: number, rarity: number) => (1 + Math.log(passages)) * rarity;

/**
 * Up to `limit` topics that `book` shares with each of the others, the most telling first: those that stand
 * in many passages of both books and in few other books.
 */
export async function sharedTopics(
  { catalogue, links }: Pick<Store, 'catalogue' | 'links'>,
  book: number,
  others: readonly number[],
  limit: number,
): Promise<Map<number, Topic[]>> {
  const telling = new Map((await tellingTopics(links, book)).map((topic) => [topic.id, topic]));
  /** By book and topic: passages of that book. */
  const counts = new Map<number, Map<number, number>>(others.map((other) => [other, new Map()]));
  for (const [topic, other, count] of await links.booksOfTopics([...telling.keys()])) {
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
  const topics = await catalogue.topics([...new Set([...chosen.values()].flat())]);
  return new Map(
    [...chosen].map(([other, ids]) => [
      other,
      ids.flatMap((id) => (topics.has(id) ? [topics.get(id)!] : [])),
    ]),
  );
}

/** Topics that other books speak of as well, merged ones under their target. */
async function tellingTopics(links: Links, book: number): Promise<TellingTopic[]> {
  const shared = (await links.topicsOfBook(book)).filter(({ books }) => books > 1);
  const most = shared.reduce((max, { books }) => Math.max(max, books), 2);
  return shared
    .map(({ id, passages, books }) => {
      const rarity = Math.log((1 + most) / books);
      return { id, passages, rarity, weight: weight(passages, rarity) };
    })
    .sort((a, b) => b.weight - a.weight || a.id - b.id)
    .slice(0, TELLING_TOPICS);
}
