/** The words that the store in memory knows. */
import { editDistance } from '../words/edit-distance.ts';
import { wordsOf } from '../words/words.ts';
import type { MemoryReader } from './memory-reader.test-support.ts';
import type { Vocabulary } from './vocabulary.ts';

export function memoryVocabulary(reader: MemoryReader): Vocabulary {
  const topics = () => [...reader.state.topics.values()].filter(({ kind }) => kind !== 'name');
  const wordsIn = (text: string) => wordsOf(text).map(({ folded }) => folded);
  const texts = (): { text: string }[] => [
    ...[...reader.state.passages.values()].map(({ chunk }) => chunk),
    ...topics().map(({ label, aliases }) => ({ text: [label, ...aliases].join(' ') })),
    ...[...reader.state.books.values()].map(({ book }) => ({
      text: [book.title, ...book.authors].join(' '),
    })),
  ];
  return {
    prepareWords: async () => undefined,
    async wordsNear(word, slips, limit) {
      const counts = new Map<string, number>();
      for (const { text } of texts()) {
        for (const own of wordsIn(text)) counts.set(own, (counts.get(own) ?? 0) + 1);
      }
      return [...counts]
        .map(([own, count]) => ({ own, count, distance: editDistance(own, word) }))
        .filter(({ distance }) => distance <= slips)
        .sort((a, b) => a.distance - b.distance || b.count - a.count || (a.own < b.own ? -1 : 1))
        .slice(0, limit)
        .map(({ own }) => own);
    },
    async namesOfTopics(ids) {
      const named = ids.map((id): [number, string[]] => [
        id,
        [...reader.state.topics.values()]
          .filter((topic) => topic.id === id || topic.mergedInto === id)
          .flatMap(({ label, aliases }) => [label, ...aliases]),
      ]);
      return new Map(named.filter(([, names]) => names.length > 0));
    },
    topicsBeginning: async (words, limit) =>
      topics()
        .filter(({ label }) => words.every((word) => wordsIn(label).some((own) => own.startsWith(word))))
        .map(({ id }) => id)
        .slice(0, limit),
    async namesBeginning(word, mentions, limit) {
      const found = new Map<string, { label: string; books: number; count: number }>();
      for (const { book } of reader.state.books.values()) {
        for (const { kind, key, label, count } of book.topics) {
          if (kind !== 'name' || !key.split(' ').some((own) => own.startsWith(word))) continue;
          const known = found.get(key) ?? { label, books: 0, count: 0 };
          found.set(key, { ...known, books: known.books + 1, count: known.count + count });
        }
      }
      return [...found.values()]
        .filter(({ count }) => count >= mentions)
        .sort((a, b) => b.count - a.count)
        .slice(0, limit)
        .map(({ label, books }) => ({ label, books }));
    },
    async themesOfTopics(words, limit) {
      const last = words.length - 1;
      const found = topics().filter(({ label, aliases }) => {
        const own = wordsIn([label, ...aliases].join(' '));
        return words.every((word, i) =>
          own.some((other) => (i === last ? other.startsWith(word) : other === word)),
        );
      });
      return [...new Set(found.slice(0, limit).flatMap(({ id }) => reader.target(id)?.themeId ?? []))];
    },
  };
}
