/** Topics that two books both speak of: the reason a reader sees. */
import type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
import { LRUCache } from 'lru-cache';
import { topicsById } from '../browse/by-id.ts';
import type { Library } from '../library/library.ts';

/** Books whose topics are kept in memory; a thousand topics each take about 50 KB. */
const REMEMBERED_BOOKS = 64;

/** Passages by topic. */
type BookTopics = ReadonlyMap<number, number>;

export class SharedTopics {
  readonly #library: Library;
  readonly #books = new LRUCache<number, BookTopics>({ max: REMEMBERED_BOOKS });
  #revision: number;

  constructor(library: Library) {
    this.#library = library;
    this.#revision = library.revision();
  }

  /**
   * Up to `limit` topics that `book` shares with each of the others, the most telling first: those that stand
   * in many passages of both books and in few other books.
   */
  of(book: number, others: readonly number[], limit: number): Map<number, Topic[]> {
    if (this.#revision !== this.#library.revision()) {
      this.#books.clear();
      this.#revision = this.#library.revision();
    }
    const own = this.#topicsOf(book);
    const books = this.#bookCounts([...own.keys()]);
    const library = Math.max(2, ...books.values());
    const chosen = others.map((other): [number, number[]] => {
      const scored: [number, number][] = [];
      for (const [topic, count] of this.#topicsOf(other)) {
        const mine = own.get(topic);
        if (mine === undefined) continue;
        const rarity = Math.log((1 + library) / (books.get(topic) ?? 2));
        scored.push([topic, (1 + Math.log(Math.min(mine, count))) * rarity]);
      }
      scored.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      return [other, scored.slice(0, limit).map(([topic]) => topic)];
    });
    const topics = topicsById(this.#library, [...new Set(chosen.flatMap(([, ids]) => ids))]);
    return new Map(
      chosen.map(([other, ids]) => [other, ids.flatMap((id) => (topics.has(id) ? [topics.get(id)!] : []))]),
    );
  }

  #topicsOf(book: number): BookTopics {
    let topics = this.#books.get(book);
    if (topics === undefined) {
      topics = new Map(
        this.#library.statement<[number, number]>('related-topics-of-book', 'array').iterate(book),
      );
      this.#books.set(book, topics);
    }
    return topics;
  }

  #bookCounts(topics: readonly number[]): Map<number, number> {
    const rows = this.#library.statement<[number, number]>('related-topic-books', 'array');
    return new Map(rows.iterate(JSON.stringify(topics)));
  }
}
