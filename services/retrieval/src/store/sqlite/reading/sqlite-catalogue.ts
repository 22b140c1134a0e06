/** The catalogue of the library file. Everything is read at once, on the reading connection. */
import { statSync } from 'node:fs';
import type { Counts__Out as Counts } from '@libtrails/proto/types/library/v1/Counts';
import type { Cover__Out as Cover } from '@libtrails/proto/types/library/v1/Cover';
import type { RefusedFile__Out as RefusedFile } from '@libtrails/proto/types/library/v1/RefusedFile';
import type { UniversePoint__Out as UniversePoint } from '@libtrails/proto/types/library/v1/UniversePoint';
import type { Catalogue } from '../../catalogue.ts';
import { perRevision } from '../../per-revision.ts';
import type { Library } from '../library.ts';
import { libraryPath } from '../open.ts';
import { allBooks } from './all-books.ts';
import { bookPage, bookTexts, journey, section } from './book-page.ts';
import { booksById, passagesById, phraseLabels, themesById, topicsById } from './by-id.ts';
import { blocksOfPassages, passageContext } from './passage-context.ts';
import { allDomains, allThemes, distinctTopics, domainPage, themeLeads, themePage } from './theme-page.ts';
import { topicPage } from './topic-page.ts';

/** Counting takes some milliseconds. */
const counts = perRevision((library: Library) => library.statement<Counts>('status-counts').get() as Counts);

/** The file and its write-ahead log. */
function fileBytes({ folder }: Library): number {
  const sizeOf = (path: string) => statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return sizeOf(libraryPath(folder)) + sizeOf(`${libraryPath(folder)}-wal`);
}

export function catalogueOf(library: Library): Catalogue {
  return {
    books: async (ids) => booksById(library, ids),
    passages: async (ids) => passagesById(library, ids),
    topics: async (ids) => topicsById(library, ids),
    themes: async (ids) => themesById(library, ids),
    phraseLabels: async (ids) => phraseLabels(library, ids),
    allBooks: async () => allBooks(library),
    allThemes: async () => allThemes(library),
    domains: async () => allDomains(library),
    universe: async () => library.statement<UniversePoint>('universe').all(),
    bookPage: async (book, shown) => bookPage(library, book, shown),
    cover: async (book, width) => library.statement<Cover>('book-cover').get({ book, width }),
    section: async (book, index) => section(library, book, index),
    texts: async (book) => bookTexts(library, book),
    journey: async (book) => journey(library, book),
    passageContext: async (passage, around) => passageContext(library, passage, around),
    blocks: async (passages) => blocksOfPassages(library, passages),
    topicPage: async (topic, shown) => topicPage(library, topic, shown),
    themePage: async (theme, shown) => themePage(library, theme, shown),
    domainPage: async (domain, shown) => domainPage(library, domain, shown),
    distinctTopics: async (domain, books, limit) => distinctTopics(library, domain, books, limit),
    themeLeads: async () => themeLeads(library),
    counts: async () => counts(library),
    refused: async (limit) => library.statement<RefusedFile>('refused-list').all(limit),
    bytes: async () => fileBytes(library),
  };
}
