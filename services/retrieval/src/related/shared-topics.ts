/** Topics that two books both speak of: the reason a reader sees. */
import type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
import type { Links } from '../store/links.ts';
import type { Store } from '../store/store.ts';

/** In fewer passages than this a topic is named in passing; a short book needs one for every so many passages. */
const MIN_PASSAGES = 3;
const PASSAGES_FOR_ONE = 30;
/** A book is about a topic that is this many times as frequent in it as in the library. */
const MIN_LIFT = 2;

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
 * in many passages of both books, far more often than elsewhere, and in few other books.
 */
export async function sharedTopics(
  { catalogue, links, vectors }: Pick<Store, 'catalogue' | 'links' | 'vectors'>,
  book: number,
  others: readonly number[],
  limit: number,
): Promise<Map<number, Topic[]>> {
  const telling = new Map((await tellingTopics(links, book)).map((topic) => [topic.id, topic]));
  const counts = await links.booksOfTopics([...telling.keys()]);
  const relativeLength = await vectors.relativeLengths();
  const lift = liftOf(counts, vectors.count('books'), relativeLength);
  const average = vectors.count('passages') / Math.max(1, vectors.count('books'));
  const needed = (book: number) =>
    Math.min(MIN_PASSAGES, Math.ceil((average * relativeLength(book)) / PASSAGES_FOR_ONE));
  const scores = new Map<number, [topic: number, score: number][]>(others.map((other) => [other, []]));
  for (const [id, other, count] of summed(counts)) {
    const { passages, rarity } = telling.get(id)!;
    const least = Math.min(lift(id, book, passages), lift(id, other, count));
    if (passages < needed(book) || count < needed(other) || least < MIN_LIFT) continue;
    scores.get(other)?.push([id, weight(Math.min(passages, count), rarity) * Math.log(least)]);
  }
  const chosen = [...scores].map(([other, scored]): [number, number[]] => [
    other,
    scored
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, limit)
      .map(([id]) => id),
  ]);
  const topics = await catalogue.topics([...new Set(chosen.flatMap(([, ids]) => ids))]);
  return new Map(
    chosen.map(([other, ids]) => [other, ids.flatMap((id) => (topics.has(id) ? [topics.get(id)!] : []))]),
  );
}

type Count = [topic: number, book: number, passages: number];

/** One count for each topic and book: variants of a topic are counted apart. */
function summed(counts: readonly Count[]): Count[] {
  const sums = new Map<string, Count>();
  for (const [topic, book, passages] of counts) {
    const key = `${topic} ${book}`;
    sums.set(key, [topic, book, (sums.get(key)?.[2] ?? 0) + passages]);
  }
  return [...sums.values()];
}

/** How much more frequent a topic is in a book than in the library: 2 means twice as many passages for the book's length. */
function liftOf(
  counts: readonly Count[],
  books: number,
  relativeLength: (book: number) => number,
): (topic: number, book: number, passages: number) => number {
  const all = new Map<number, number>();
  for (const [topic, , passages] of counts) all.set(topic, (all.get(topic) ?? 0) + passages);
  return (topic, book, passages) => (passages * books) / (all.get(topic)! * relativeLength(book));
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
