/** What leads to what, from the tables that join topics to passages, books and themes. */
import type { Links, ThemeOfBooks, TopicOfBook } from '../../links.ts';
import { perRevision } from '../../per-revision.ts';
import type { Library } from '../library.ts';
import type { VectorMirrors } from '../vectors/mirrors.ts';
import { allThemes } from './theme-page.ts';
import { passagesOfTopic } from './topic-page.ts';

/** Topics of one passage, strongest first. */
export function topicsOfPassage(library: Library, passage: number): number[] {
  return library.statement<number>('passage-topics', 'value').all(passage);
}

export function booksOfThemes(library: Library, themes: readonly number[]): Set<number> {
  const rows = library.statement<[number, number]>('books-of-themes', 'array').all(JSON.stringify(themes));
  return new Set(rows.map(([, book]) => book));
}

export function passagesOfThemes(library: Library, themes: readonly number[]): Set<number> {
  return new Set(library.statement<number>('chunks-of-themes', 'value').all(JSON.stringify(themes)));
}

export function topicsInBooks(
  library: Library,
  topics: readonly number[],
  books: readonly number[],
): Set<number> {
  const bound = { ids: JSON.stringify(topics), books: JSON.stringify(books) };
  return new Set(library.statement<number>('topics-in-books', 'value').all(bound));
}

/** By book: theme and occurrences in turn. About 6 ms for a hundred books. */
const themesByBook = perRevision((library: Library): ReadonlyMap<number, Uint32Array> => {
  const lists = new Map<number, number[]>();
  const rows = library.statement<[number, number, number]>('catalogue-themes', 'array');
  for (const [book, theme, occurrences] of rows.iterate()) {
    const list = lists.get(book);
    if (list === undefined) lists.set(book, [theme, occurrences]);
    else list.push(theme, occurrences);
  }
  return new Map([...lists].map(([book, list]) => [book, Uint32Array.from(list)]));
});

export function themesOfBooks(library: Library, books: Iterable<number>): ThemeOfBooks[] {
  const themes = themesByBook(library);
  const counts = new Map<number, { id: number; books: number; occurrences: number }>();
  for (const book of books) {
    const pairs = themes.get(book) ?? [];
    for (let i = 0; i < pairs.length; i += 2) {
      const id = pairs[i]!;
      const occurrences = pairs[i + 1]!;
      const known = counts.get(id);
      if (known === undefined) counts.set(id, { id, books: 1, occurrences });
      else {
        known.books += 1;
        known.occurrences += occurrences;
      }
    }
  }
  const known = new Map(allThemes(library).map((theme) => [theme.id, theme]));
  return [...counts.values()]
    .sort((a, b) => b.books - a.books || b.occurrences - a.occurrences || a.id - b.id)
    .flatMap((count): ThemeOfBooks[] => {
      const theme = known.get(count.id);
      return theme === undefined
        ? []
        : [{ id: count.id, label: theme.label, domainId: theme.domainId, books: count.books }];
    });
}

/** `targetOf` gives the topic that one is merged into, itself if it is not, or undefined for names. */
export function topicsOfBook(
  library: Library,
  targetOf: (topic: number) => number | undefined,
  book: number,
): TopicOfBook[] {
  const booksOf = library.statement<number>('topic-book-count', 'value');
  const found = new Map<number, TopicOfBook>();
  for (const [id, passages, books] of library
    .statement<[number, number, number]>('related-topics-of-book', 'array')
    .all(book)) {
    const target = targetOf(id);
    if (target === undefined) continue;
    const known = found.get(target);
    if (known !== undefined) known.passages += passages;
    else
      found.set(target, {
        id: target,
        passages,
        books: target === id ? books : (booksOf.get(target) ?? 0),
      });
  }
  return [...found.values()];
}

/** Of whom topics and passages are is mirrored in memory: merged topics have a target, names have no vector. */
export function linksOf(library: Library, vectors: VectorMirrors): Links {
  return {
    topicsOfPassages: async (passages) => new Map(passages.map((id) => [id, topicsOfPassage(library, id)])),
    passagesOfTopic: async (topic, limit) => passagesOfTopic(library, topic, limit),
    topicsOfBook: async (book) => topicsOfBook(library, (topic) => vectors.topics.ownerOf(topic), book),
    booksOfTopics: async (topics) =>
      library
        .statement<[number, number, number]>('related-books-of-topics', 'array')
        .all({ topics: JSON.stringify(topics) }),
    topicsInBooks: async (topics, books) => topicsInBooks(library, topics, books),
    booksOfThemes: async (themes) => booksOfThemes(library, themes),
    passagesOfThemes: async (themes) => passagesOfThemes(library, themes),
    themesOfBooks: async (books) => themesOfBooks(library, books),
    booksByTopic: async (topics) =>
      library.statement<[number, number, number]>('search-topic-books', 'array').all(JSON.stringify(topics)),
    async passagesByTopic(topics) {
      const rows = library.statement<[number, number, number]>('search-topic-passages', 'array');
      const found: [number, number, number, number][] = [];
      for (const [topic, passage, score] of rows.all(JSON.stringify(topics))) {
        const book = vectors.chunks.ownerOf(passage);
        if (book !== undefined) found.push([topic, passage, book, score]);
      }
      return found;
    },
    themesByTopic: async (topics) =>
      library.statement<[number, number, number]>('search-topic-themes', 'array').all(JSON.stringify(topics)),
    themesByPassage: async (passages) =>
      library
        .statement<[number, number, number]>('search-passage-themes', 'array')
        .all(JSON.stringify(passages)),
    phrasesOfBook: async (book, limit) =>
      library.statement<{ id: number; label: string }>('related-phrases-of-book').all(book, limit),
  };
}
