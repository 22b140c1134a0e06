/** What leads from one thing of the store in memory to another. */
import type { Links } from './links.ts';
import { type MemoryReader, picked, sum } from './memory-reader.test-support.ts';

export function memoryLinks(reader: MemoryReader): Links {
  const { state } = reader;
  return {
    topicsOfPassages: async (ids) =>
      picked(state.passages, ids, ({ topics }) =>
        topics.toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).map(([topic]) => topic),
      ),
    async passagesOfTopic(id, limit) {
      const topic = reader.target(id);
      if (topic === undefined) return undefined;
      const best = new Map<number, { id: number; bookId: number; score: number }>();
      for (const { passage, score } of reader.carried().filter((one) => one.topic.id === topic.id)) {
        const known = best.get(passage.id);
        best.set(passage.id, {
          id: passage.id,
          bookId: passage.bookId,
          score: Math.max(score, known?.score ?? 0),
        });
      }
      return [...best.values()]
        .sort((a, b) => b.score - a.score || a.id - b.id)
        .slice(0, limit)
        .map(({ id: passage, bookId }) => ({ id: passage, bookId }));
    },
    topicsOfBook: async (book) =>
      [...Map.groupBy(reader.carried(), ({ topic }) => topic.id)].flatMap(([id, some]) => {
        const own = some.filter(({ passage }) => passage.bookId === book);
        const books = new Set(some.map(({ passage }) => passage.bookId)).size;
        return own.length === 0 ? [] : [{ id, passages: own.length, books }];
      }),
    booksOfTopics: async (ids) =>
      reader
        .carried()
        .filter(({ topic }) => ids.includes(topic.id))
        .map(({ topic, passage }) => [topic.id, passage.bookId, 1]),
    topicsInBooks: async (ids, books) =>
      new Set(
        reader
          .carried()
          .filter(({ topic, passage }) => ids.includes(topic.id) && books.includes(passage.bookId))
          .map(({ topic }) => topic.id),
      ),
    booksOfThemes: async (ids) =>
      new Set(
        reader
          .themeBooks()
          .filter(({ theme }) => ids.includes(theme))
          .map(({ book }) => book),
      ),
    passagesOfThemes: async (ids) =>
      new Set(
        reader
          .carried()
          .filter(({ topic }) => ids.includes(topic.themeId ?? 0))
          .map(({ passage }) => passage.id),
      ),
    async themesOfBooks(ids) {
      const wanted = new Set(ids);
      const rows = reader.themeBooks().filter(({ book }) => wanted.has(book));
      return [...Map.groupBy(rows, ({ theme }) => theme)]
        .map(([id, some]) => ({ id, some, occurrences: sum(some.map((row) => row.occurrences)) }))
        .sort((a, b) => b.some.length - a.some.length || b.occurrences - a.occurrences || a.id - b.id)
        .map(({ id, some }) => {
          const { label, domainId } = state.themes.get(id)!;
          return { id, label, domainId, books: some.length };
        });
    },
    booksByTopic: async (ids) => {
      const rows = reader.carried().filter(({ own }) => ids.includes(own));
      return [...Map.groupBy(rows, ({ own, passage }) => `${own} ${passage.bookId}`).values()].map((some) => [
        ...([some[0]!.own, some[0]!.passage.bookId] as const),
        some.length,
      ]);
    },
    passagesByTopic: async (ids) =>
      reader
        .carried()
        .filter(({ own }) => ids.includes(own))
        .map(({ own, passage, score }) => [own, passage.id, passage.bookId, score]),
    themesByTopic: async (ids) =>
      ids.flatMap((id): [number, number, number][] => {
        const theme = state.themes.get(reader.target(id)?.themeId ?? 0);
        return theme === undefined ? [] : [[id, theme.id, theme.domainId]];
      }),
    themesByPassage: async (ids) =>
      reader.carried().flatMap(({ topic, passage }): [number, number, number][] => {
        const theme = state.themes.get(topic.themeId ?? 0);
        return theme === undefined || !ids.includes(passage.id)
          ? []
          : [[passage.id, theme.id, theme.domainId]];
      }),
    phrasesOfBook: async (book, limit) =>
      [...state.phrases.values()].filter(({ bookId }) => bookId === book).slice(0, limit),
  };
}
