/**
 * Reading what a library holds: things by id, whole lists, and what the page of one thing shows. Ids that are not
 * there are left out of maps; the id of a merged topic gives the topic it reads as.
 */
import type { Book__Out as Book } from '@libtrails/proto/types/library/v1/Book';
import type { BookDetail__Out as BookDetail } from '@libtrails/proto/types/library/v1/BookDetail';
import type { Counts__Out as Counts } from '@libtrails/proto/types/library/v1/Counts';
import type { Cover__Out as Cover } from '@libtrails/proto/types/library/v1/Cover';
import type { Domain__Out as Domain } from '@libtrails/proto/types/library/v1/Domain';
import type { PageStart__Out as PageStart } from '@libtrails/proto/types/library/v1/PageStart';
import type { Passage__Out as Passage } from '@libtrails/proto/types/library/v1/Passage';
import type { RefusedFile__Out as RefusedFile } from '@libtrails/proto/types/library/v1/RefusedFile';
import type { SectionRef__Out as SectionRef } from '@libtrails/proto/types/library/v1/SectionRef';
import type { Theme__Out as Theme } from '@libtrails/proto/types/library/v1/Theme';
import type { Topic__Out as Topic } from '@libtrails/proto/types/library/v1/Topic';
import type { UniversePoint__Out as UniversePoint } from '@libtrails/proto/types/library/v1/UniversePoint';
import type { CatalogueBook } from './book-filter.ts';

export interface Catalogue {
  books(ids: readonly number[]): Promise<Map<number, Book>>;
  /** With their text; nothing is highlighted. */
  passages(ids: readonly number[]): Promise<Map<number, Passage>>;
  topics(ids: readonly number[]): Promise<Map<number, Topic>>;
  themes(ids: readonly number[]): Promise<Map<number, Theme>>;
  phraseLabels(ids: readonly number[]): Promise<Map<number, string>>;

  /** Every book in ascending id; the same array until the next revision. */
  allBooks(): Promise<readonly CatalogueBook[]>;
  /** Every theme; the same array until the next revision. */
  allThemes(): Promise<readonly ListedTheme[]>;
  /** Every domain, largest first. */
  domains(): Promise<Domain[]>;
  /** Every theme as a point, in ascending id. */
  universe(): Promise<UniversePoint[]>;

  bookPage(
    book: number,
    shown: { topics: number; names: number; themes: number },
  ): Promise<BookPage | undefined>;
  /** The narrowest size of at least `width` pixels, or the widest; 0 means the widest. */
  cover(book: number, width: number): Promise<Cover | undefined>;
  section(book: number, index: number): Promise<StoredSection | undefined>;
  /** All texts of a book in reading order, those outside its body too. */
  texts(book: number): Promise<StoredText[]>;
  /** The passages of a book in reading order, and how often each speaks of a theme: passage, theme, count. */
  journey(book: number): Promise<{ passages: JourneyPassage[]; occurrences: [number, number, number][] }>;
  /** A passage with up to `around` texts before and after it. */
  passageContext(passage: number, around: number): Promise<PassageContext | undefined>;
  /** The blocks of passages as the indexer gave them; see StoredText. */
  blocks(passages: readonly number[]): Promise<Map<number, string>>;
  topicPage(topic: number, shown: { books: number; related: number }): Promise<TopicPage | undefined>;
  themePage(
    theme: number,
    shown: { topics: number; books: number; passages: number; neighbours: number },
  ): Promise<ThemePage>;
  /** A domain's widest themes and the books that speak most of it. */
  domainPage(
    domain: number,
    shown: { themes: number; books: number },
  ): Promise<{ themes: number[]; books: SharedBook[] }>;
  /** Topics of the domain that these books speak of more often than the library does, by how much more. */
  distinctTopics(
    domain: number,
    books: readonly number[],
    limit: number,
  ): Promise<{ id: number; lift: number }[]>;
  /** Of every theme of a book, the books that speak most of it; the same map until the next revision. */
  themeLeads(): Promise<ReadonlyMap<number, ThemeLead>>;

  counts(): Promise<Counts>;
  /** Files that did not become books, by name. */
  refused(limit: number): Promise<RefusedFile[]>;
  /** Bytes that the library takes on disk. */
  bytes(): Promise<number>;
}

export interface ListedTheme {
  id: number;
  label: string;
  books: number;
  passages: number;
  domainId: number;
}

/** Everything on a book's page but the book itself and its themes as such. */
export interface BookPage extends Omit<BookDetail, 'book' | 'themeShares'> {
  /** Each theme's share of what the book speaks of, largest first. */
  themeShares: { id: number; share: number }[];
}

/** A piece of a section's text: a passage, or text outside the body. */
export interface StoredText {
  id: number;
  section: number;
  searchable: boolean;
  /** UTF-16 range in its section. */
  start: number;
  stop: number;
  text: string;
  /** JSON: [[type, level, start, end, continued], ...], offsets in `text`. */
  blocks: string;
  /** In the book, 0..1. */
  position: number;
}

export interface StoredSection {
  section: SectionRef;
  previous: SectionRef | null;
  next: SectionRef | null;
  /** Printed pages by their places in the section. */
  pages: PageStart[];
  texts: StoredText[];
}

export interface JourneyPassage {
  id: number;
  section: number;
  start: number;
  position: number;
}

export interface PassageContext {
  before: Passage[];
  passage: Passage;
  blocks: string;
  after: Passage[];
}

export interface TopicPage {
  id: number;
  label: string;
  /** Other words for it, doubles included: its aliases, what is merged into it, and their aliases. */
  words: string[];
  themeId: number | null;
  books: { bookId: number; passages: number }[];
  /** Topics of the same passages, the most telling first. */
  related: Topic[];
}

/** A book's part in a theme or domain. */
export interface SharedBook {
  bookId: number;
  passages: number;
  /** Of what the book speaks of, 0..1. */
  share: number;
  /** That share against the library's. */
  concentration: number;
  /** The book speaks of nothing more. */
  primary: boolean;
}

export interface ThemePage {
  /** Weightiest first. */
  topics: Topic[];
  books: SharedBook[];
  /** Passages that say most of it. */
  passages: PassageOfBook[];
  /** The nearest other themes by the distance of their centroids; equal distances in ascending id. */
  neighbours: { id: number; distance: number }[];
}

export interface PassageOfBook {
  id: number;
  bookId: number;
}

export interface ThemeLead {
  /** The leading books, strongest first; at most LEADING_BOOKS. */
  books: readonly number[];
  /** Part of the theme's occurrences that stands in them, 0..1. */
  concentration: number;
}

/** Books named as the leading ones of a theme. */
export const LEADING_BOOKS = 3;
