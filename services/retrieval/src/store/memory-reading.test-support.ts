/** Reading the store in memory: each answer is worked out from all that is there. */
import { OTHER_FORMAT, workName } from '@libtrails/common/book-formats';
import { PROFILE } from '@libtrails/models/profile';
import type { TopicVector__Out as TopicVector } from '@libtrails/proto/types/ingest/v1/TopicVector';
import type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
import { editDistance } from '../words/edit-distance.ts';
import { openingOf } from '../words/opening.ts';
import { printedPages } from '../words/printed-pages.ts';
import { wordsOf } from '../words/words.ts';
import { DOMAIN_SHARE, primaryTag } from './book-filter.ts';
import { type Catalogue, LEADING_BOOKS, type SharedBook, type StoredText } from './catalogue.ts';
import type { Links } from './links.ts';
import type { MemoryState, StoredPassage, StoredTopic } from './memory-state.test-support.ts';
import { toInt8 } from './sqlite/int8-vector.ts';
import type { Vocabulary } from './vocabulary.ts';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

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

const picked = <V, T>(
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

export function memoryCatalogue(reader: MemoryReader): Catalogue {
  const { state } = reader;
  const sectionOf = (book: number, index: number) => {
    const section = state.books.get(book)?.book.sections[index];
    return section === undefined ? null : { index, title: section.title, kind: section.kind };
  };
  const pagesOf = (book: number, index: number) => state.books.get(book)?.book.sections[index]?.pages ?? [];
  const catalogue: Catalogue = {
    books: async (ids) =>
      picked(state.books, ids, ({ id, book }) => {
        const { title, authors, language, year, words, subjects, series, seriesIndex, cover, source } = book;
        const { subtitle } = book;
        return {
          ...{ id, title, subtitle, authors, language, year, words, subjects, series, seriesIndex },
          ...{ fileName: source.fileName, cover: cover?.hash ?? '', coverColor: cover?.color ?? '' },
          ...{ coverWidth: cover?.width ?? 0, coverHeight: cover?.height ?? 0 },
        };
      }),
    passages: async (ids) =>
      picked(state.passages, ids, ({ id, bookId, chunk, position }) => ({
        ...{ id, bookId, section: sectionOf(bookId, chunk.section), start: chunk.start, end: chunk.stop },
        ...{ text: chunk.text, highlights: [], position, opening: openingOf(chunk.text), sentences: [] },
        ...printedPages(pagesOf(bookId, chunk.section), chunk.start, chunk.stop),
      })),
    topics: async (ids) => picked(state.topics, ids, ({ id }) => reader.shown(reader.target(id)!)),
    themes: async (ids) =>
      picked(state.themes, ids, ({ id, label, subtitle, members, domainId }) => {
        const rows = reader.themeBooks().filter(({ theme }) => theme === id);
        return {
          ...{ id, label, subtitle, topics: members.topics.length, books: rows.length },
          ...{ passages: sum(rows.map((row) => row.occurrences)), domain: state.domains.get(domainId)! },
        };
      }),
    phraseLabels: async (ids) => picked(state.phrases, ids, ({ label }) => label),
    allBooks: async () =>
      [...state.books.values()].map(({ id, book, sortTitle, sortAuthor, addedAt }) => {
        const own = reader.themeBooks().filter((row) => row.book === id);
        const whole = sum(own.map((row) => row.occurrences));
        const ofDomain = (domain: number) =>
          sum(own.filter((row) => row.domain === domain).map((row) => row.occurrences));
        const { title, subtitle, authors, language, year, subjects, series, seriesIndex } = book;
        return {
          ...{
            id,
            title,
            subtitle,
            sortTitle,
            sortAuthor,
            authors,
            year,
            subjects,
            series,
            seriesIndex,
            addedAt,
          },
          language: primaryTag(language),
          domains: new Set(
            [...state.domains.keys()].filter(
              (domain) => ofDomain(domain) >= Math.max(1, DOMAIN_SHARE * whole),
            ),
          ),
        };
      }),
    async allThemes() {
      const themes = await catalogue.themes([...state.themes.keys()]);
      return [...themes.values()].map(({ id, label, books, passages, domain }) => {
        return { id, label, books, passages, domainId: domain!.id };
      });
    },
    async domains() {
      const rows = reader.themeBooks();
      const whole = sum(rows.map((row) => row.occurrences));
      return [...state.domains.values()]
        .map(({ id, label }) => {
          const own = rows.filter(({ domain }) => domain === id);
          const themes = [...state.themes.values()].filter(({ domainId }) => domainId === id);
          return {
            ...{ id, label, themes: themes.length, books: new Set(own.map(({ book }) => book)).size },
            topics: sum(themes.map(({ members }) => members.topics.length)),
            share: sum(own.map((row) => row.occurrences)) / Math.max(1, whole),
          };
        })
        .sort((a, b) => b.share - a.share || (a.label < b.label ? -1 : 1));
    },
    universe: async () =>
      [...state.themes.values()].map(({ id, label, domainId, x, y, z, mapX, mapY }) => {
        const books = reader.themeBooks().filter(({ theme }) => theme === id).length;
        return { themeId: id, label, domainId, books, x, y, z, mapX, mapY };
      }),
    async bookPage(id, shown) {
      const known = state.books.get(id);
      if (known === undefined) return undefined;
      const { book, addedAt } = known;
      const texts = reader.textsOf(id);
      const own = [...new Set(texts.flatMap(({ topics }) => topics.map(([topic]) => reader.target(topic)!)))];
      const names = [...state.topics.values()].filter(
        ({ kind, key }) =>
          kind === 'name' && book.topics.some((topic) => topic.kind === 'name' && topic.key === key),
      );
      const rows = reader
        .themeBooks()
        .filter((row) => row.book === id)
        .sort((a, b) => b.occurrences - a.occurrences);
      const whole = sum(rows.map((row) => row.occurrences));
      const themes = await catalogue.themes(rows.map(({ theme }) => theme));
      return {
        ...{ description: book.description, publisher: book.publisher, addedAt },
        otherFiles: [...state.sources.values()]
          .filter(({ refused }) => refused?.code === OTHER_FORMAT)
          .map(({ fileName }) => fileName)
          .filter((name) => workName(name) === workName(book.source.fileName))
          .sort(),
        ...{ catalogueLink: book.catalogue?.link ?? '', rating: book.catalogue?.rating ?? 0 },
        passages: texts.filter(({ chunk }) => chunk.searchable).length,
        sections: book.sections.map((_section, index) => sectionOf(id, index)!),
        phrases: book.phrases.map(({ label }) => label),
        topics: own.map((topic) => reader.shown(topic)).slice(0, shown.topics),
        names: names.map((topic) => reader.shown(topic)).slice(0, shown.names),
        themes: [...themes.values()].slice(0, shown.themes),
        domains: [...Map.groupBy(rows, ({ domain }) => domain)].map(([domain, some]) => ({
          domain: state.domains.get(domain)!,
          share: sum(some.map((row) => row.occurrences)) / whole,
        })),
        contents: book.sections.map(({ title, kind, depth }, index) => ({
          ...{ index, title, kind, depth },
          words: sum(texts.filter(({ chunk }) => chunk.section === index).map(({ chunk }) => chunk.words)),
          position: texts.find(({ chunk }) => chunk.section === index)?.position ?? 0,
        })),
        themeShares: rows
          .slice(0, shown.themes)
          .map((row) => ({ id: row.theme, share: row.occurrences / whole })),
      };
    },
    async cover(book, width) {
      const cover = state.books.get(book)?.book.cover;
      if (cover === undefined) return undefined;
      const sizes = [...cover.smaller, cover].sort((a, b) => a.width - b.width);
      const size = width === 0 ? cover : (sizes.find((one) => one.width >= width) ?? cover);
      const { mediaType, hash } = cover;
      return { data: Buffer.from(size.data), mediaType, hash, width: size.width, height: size.height };
    },
    async section(book, index) {
      const section = sectionOf(book, index);
      if (section === null) return undefined;
      const texts = reader.textsOf(book).filter(({ chunk }) => chunk.section === index);
      return {
        ...{ section, previous: sectionOf(book, index - 1), next: sectionOf(book, index + 1) },
        pages: pagesOf(book, index),
        texts: texts.map(reader.text),
      };
    },
    texts: async (book) => reader.textsOf(book).map(reader.text),
    async journey(book) {
      const texts = reader.textsOf(book).filter(({ chunk }) => chunk.searchable);
      return {
        passages: texts.map(({ id, chunk, position }) => {
          return { id, section: chunk.section, start: chunk.start, position };
        }),
        occurrences: reader
          .carried()
          .flatMap(({ topic, passage }): [number, number, number][] =>
            passage.bookId === book && topic.themeId !== undefined ? [[passage.id, topic.themeId, 1]] : [],
          ),
      };
    },
    async passageContext(id, around) {
      const own = state.passages.get(id);
      if (own === undefined) return undefined;
      const near = reader.textsOf(own.bookId).filter(({ seq }) => Math.abs(seq - own.seq) <= around);
      const read = await catalogue.passages(near.map((text) => text.id));
      const of = (some: StoredPassage[]) => some.map((text) => read.get(text.id)!);
      return {
        ...{ before: of(near.filter(({ seq }) => seq < own.seq)), passage: read.get(id)! },
        ...{ blocks: own.chunk.blocks, after: of(near.filter(({ seq }) => seq > own.seq)) },
      };
    },
    blocks: async (ids) => picked(state.passages, ids, ({ chunk }) => chunk.blocks),
    async topicPage(id, shown) {
      const topic = reader.target(id);
      if (topic === undefined) return undefined;
      const mine = reader.carried().filter((one) => one.topic.id === topic.id);
      const merged = [...state.topics.values()].filter(({ mergedInto }) => mergedInto === topic.id);
      const beside = reader
        .carried()
        .filter(
          (one) => one.topic.id !== topic.id && mine.some(({ passage }) => passage.id === one.passage.id),
        );
      return {
        ...{ id: topic.id, label: topic.label, themeId: topic.themeId ?? null },
        words: [...topic.aliases, ...merged.flatMap(({ label, aliases }) => [label, ...aliases])],
        books: [...Map.groupBy(mine, ({ passage }) => passage.bookId)]
          .map(([bookId, some]) => ({ bookId, passages: some.length }))
          .sort((a, b) => b.passages - a.passages || a.bookId - b.bookId)
          .slice(0, shown.books),
        related: [...new Set(beside.map((one) => one.topic))]
          .map((other) => reader.shown(other))
          .slice(0, shown.related),
      };
    },
    async themePage(id, shown) {
      const members = [...state.topics.values()].filter(({ themeId }) => themeId === id);
      const evidence = reader.carried().filter(({ topic }) => topic.themeId === id);
      const own = state.themes.get(id);
      const distance = (other: Float32Array) => Math.hypot(...other.map((x, i) => x - own!.vector[i]!));
      return {
        topics: members
          .sort((a, b) => b.weight - a.weight)
          .map((topic) => reader.shown(topic))
          .slice(0, shown.topics),
        books: reader.shares(({ theme }) => theme === id, shown.books),
        passages: [...new Set(evidence.map(({ passage }) => passage))]
          .map((passage) => ({ id: passage.id, bookId: passage.bookId }))
          .slice(0, shown.passages),
        neighbours: [...state.themes.values()]
          .filter((theme) => theme.id !== id)
          .map((theme) => ({ id: theme.id, distance: distance(theme.vector) }))
          .sort((a, b) => a.distance - b.distance || a.id - b.id)
          .slice(0, shown.neighbours),
      };
    },
    async domainPage(id, shown) {
      const themes = (await catalogue.allThemes()).filter(({ domainId }) => domainId === id);
      return {
        themes: themes
          .toSorted((a, b) => b.books - a.books || b.passages - a.passages || b.id - a.id)
          .map((theme) => theme.id)
          .slice(0, shown.themes),
        books: reader.shares(({ domain }) => domain === id, shown.books),
      };
    },
    async distinctTopics(domain, books, limit) {
      const rows = reader.themeBooks();
      const inside = sum(rows.filter(({ book }) => books.includes(book)).map((row) => row.occurrences));
      const library = sum(rows.map((row) => row.occurrences));
      const ofDomain = reader.carried().filter(({ topic }) => {
        const theme = topic.themeId === undefined ? undefined : state.themes.get(topic.themeId);
        return theme?.domainId === domain;
      });
      return [...Map.groupBy(ofDomain, ({ topic }) => topic.id)]
        .filter(([, all]) => new Set(all.map(({ passage }) => passage.bookId)).size > 1)
        .map(([id, all]) => {
          const here = all.filter(({ passage }) => books.includes(passage.bookId)).length;
          return { id, here, lift: here / inside / (all.length / library) };
        })
        .filter(({ lift }) => lift > 1)
        .sort((a, b) => b.here * Math.log(b.lift) - a.here * Math.log(a.lift) || a.id - b.id)
        .slice(0, limit)
        .map(({ id, lift }) => ({ id, lift }));
    },
    async themeLeads() {
      return new Map(
        [...Map.groupBy(reader.themeBooks(), ({ theme }) => theme)].map(([theme, rows]) => {
          const sorted = rows.toSorted((a, b) => b.occurrences - a.occurrences || a.book - b.book);
          const leading = sorted.slice(0, LEADING_BOOKS);
          const part = sum(leading.map((row) => row.occurrences)) / sum(rows.map((row) => row.occurrences));
          return [theme, { books: leading.map(({ book }) => book), concentration: part }];
        }),
      );
    },
    async counts() {
      const topics = [...state.topics.values()];
      const books = [...state.books.values()];
      return {
        ...{ books: books.length, sections: sum(books.map(({ book }) => book.sections.length)) },
        passages: [...state.passages.values()].filter(({ chunk }) => chunk.searchable).length,
        topics: topics.filter(({ kind, mergedInto }) => kind !== 'name' && mergedInto === undefined).length,
        ...{ names: topics.filter(({ kind }) => kind === 'name').length, phrases: state.phrases.size },
        ...{
          themes: state.themes.size,
          domains: state.domains.size,
          words: sum(books.map(({ book }) => book.words)),
        },
      };
    },
    refused: async (limit) =>
      [...state.sources.values()]
        .flatMap(({ fileName, refused }) =>
          refused === undefined || refused.code === OTHER_FORMAT ? [] : [{ fileName, ...refused }],
        )
        .slice(0, limit),
    bytes: async () => 0,
  };
  return catalogue;
}

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
