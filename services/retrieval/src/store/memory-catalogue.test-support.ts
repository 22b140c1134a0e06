/** Reading the store in memory: each answer is worked out from all that is there. */
import { OTHER_FORMAT, workName } from '@libtrails/common/book-formats';
import { openingOf } from '../words/opening.ts';
import { printedPages } from '../words/printed-pages.ts';
import { DOMAIN_SHARE, primaryTag } from './book-filter.ts';
import { type Catalogue, LEADING_BOOKS } from './catalogue.ts';
import { type MemoryReader, picked, sum } from './memory-reader.test-support.ts';
import type { StoredPassage } from './memory-state.test-support.ts';

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
