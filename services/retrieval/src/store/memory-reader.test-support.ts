/** What the answers of the store in memory are worked out from. */
import { PROFILE } from '@libtrails/models/profile';
import type { TopicVector__Out as TopicVector } from '@libtrails/proto/types/ingest/v1/TopicVector';
import type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
import type { SharedBook, StoredText } from './catalogue.ts';
import type { MemoryState, StoredPassage, StoredTopic } from './memory-state.test-support.ts';
import { toInt8 } from './sqlite/int8-vector.ts';

/** The total of numbers. */
export const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

/** What `make` makes of the values under these ids, by id; ids without a value are left out. */
export const picked = <V, T>(
  map: ReadonlyMap<number, V>,
  ids: readonly number[],
  make: (value: V) => T | undefined,
) =>
  new Map(
    ids.flatMap((id): [number, T][] => {
      const value = map.get(id);
      const made = value === undefined ? undefined : make(value);
      return made === undefined ? [] : [[id, made]];
    }),
  );

/** What several answers are worked out from. */
export class MemoryReader {
  readonly state: MemoryState;

  constructor(state: MemoryState) {
    this.state = state;
  }

  /** The topic that one reads as. */
  target(topic: number): StoredTopic | undefined {
    const own = this.state.topics.get(topic);
    return own?.mergedInto === undefined ? own : this.state.topics.get(own.mergedInto);
  }

  /** Topic (as it reads), passage and score of all that passages carry. */
  carried(): { topic: StoredTopic; own: number; passage: StoredPassage; score: number }[] {
    return [...this.state.passages.values()].flatMap((passage) =>
      passage.topics.flatMap(([own, score]) => {
        const topic = this.target(own);
        return topic === undefined ? [] : [{ topic, own, passage, score }];
      }),
    );
  }

  shown(topic: StoredTopic): Topic {
    const { id, label, kind } = topic;
    const passages = this.carried().filter((one) => one.topic.id === id);
    const named = [...this.state.books.values()].filter(({ book }) =>
      book.topics.some((other) => other.kind === 'name' && other.key === topic.key),
    );
    return kind === 'name'
      ? { id, label, kind, passages: topic.count, books: named.length }
      : {
          ...{ id, label, kind, passages: passages.length },
          books: new Set(passages.map((p) => p.passage.bookId)).size,
        };
  }

  /** Occurrences of themes in books. */
  themeBooks(): { theme: number; domain: number; book: number; occurrences: number }[] {
    const counts = new Map<string, { theme: number; domain: number; book: number; occurrences: number }>();
    for (const { topic, passage } of this.carried()) {
      const theme = topic.themeId === undefined ? undefined : this.state.themes.get(topic.themeId);
      if (theme === undefined) continue;
      const key = `${theme.id} ${passage.bookId}`;
      const known = counts.get(key) ?? {
        theme: theme.id,
        domain: theme.domainId,
        book: passage.bookId,
        occurrences: 0,
      };
      known.occurrences += 1;
      counts.set(key, known);
    }
    return [...counts.values()];
  }

  text({ id, chunk, position }: StoredPassage): StoredText {
    const { section, searchable, start, stop, text, blocks } = chunk;
    return { id, section, searchable, start, stop, text, blocks, position };
  }

  textsOf(book: number): StoredPassage[] {
    return [...this.state.passages.values()]
      .filter(({ bookId }) => bookId === book)
      .sort((a, b) => a.seq - b.seq);
  }

  /** Every phrase and concept, merged ones too, with what carries it. */
  topicVectors(): TopicVector[] {
    return [...this.state.topics.values()]
      .filter(({ kind }) => kind !== 'name')
      .sort((a, b) => a.id - b.id)
      .map(({ id, label, kind, domain, vector }) => {
        const carrying = this.carried().filter(({ own }) => own === id);
        const mean = new Float32Array(PROFILE.dims);
        for (const { passage } of carrying)
          for (const [i, part] of passage.vector!.entries()) mean[i]! += part;
        return {
          ...{ id, label, kind, domain, passages: carrying.length },
          books: new Set(carrying.map(({ passage }) => passage.bookId)).size,
          vector: Buffer.from(toInt8(vector!).buffer),
          context: carrying.length === 0 ? Buffer.alloc(0) : Buffer.from(toInt8(mean).buffer),
        };
      });
  }

  /** Of books: how much of what each speaks of is of the kind that `is` says. */
  shares(is: (one: { theme: number; domain: number }) => boolean, limit: number): SharedBook[] {
    const all = this.themeBooks();
    const usual =
      sum(all.filter(is).map((one) => one.occurrences)) / Math.max(1, sum(all.map((one) => one.occurrences)));
    return [...Map.groupBy(all, ({ book }) => book)]
      .flatMap(([bookId, own]) => {
        const occurrences = sum(own.filter(is).map((one) => one.occurrences));
        const share = occurrences / sum(own.map((one) => one.occurrences));
        const primary = occurrences === Math.max(...own.map((one) => one.occurrences));
        return occurrences === 0
          ? []
          : [{ bookId, passages: occurrences, share, concentration: share / usual, primary }];
      })
      .sort((a, b) => b.passages * Math.log(1 + b.concentration) - a.passages * Math.log(1 + a.concentration))
      .slice(0, limit);
  }
}
