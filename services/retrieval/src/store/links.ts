/** What leads to what: from passages to topics, from topics to books, themes and back. Topics here are by their own ids. */
import type { PassageOfBook } from './catalogue.ts';

export interface Links {
  /** Topics of each passage, strongest first. Merged ones stand under their own id. */
  topicsOfPassages(passages: readonly number[]): Promise<Map<number, number[]>>;
  /** The passages that say most of a topic and of what is merged into it; undefined if there is no such topic. */
  passagesOfTopic(topic: number, limit: number): Promise<PassageOfBook[] | undefined>;
  /** Topics a book speaks of, names left out, merged ones under the one they read as. */
  topicsOfBook(book: number): Promise<TopicOfBook[]>;
  /** Topic, book and in how many of its passages, for each of these topics; what is merged into them counts. */
  booksOfTopics(topics: readonly number[]): Promise<[topic: number, book: number, passages: number][]>;
  /** Those of the topics that are in one of the books, under their own name or as what is merged into them. */
  topicsInBooks(topics: readonly number[], books: readonly number[]): Promise<Set<number>>;
  /** The books that speak of one of the themes. */
  booksOfThemes(themes: readonly number[]): Promise<ReadonlySet<number>>;
  /** The passages that speak of one of the themes. */
  passagesOfThemes(themes: readonly number[]): Promise<ReadonlySet<number>>;
  /** The themes of a set of books: those of most books first, among equals the one that is spoken of more. */
  themesOfBooks(books: Iterable<number>): Promise<ThemeOfBooks[]>;
  /** Each topic with each book that speaks of it under that very id, and in how many passages. */
  booksByTopic(topics: readonly number[]): Promise<[topic: number, book: number, passages: number][]>;
  /** Each topic with each passage that carries it, that passage's book, and how much it is about it. */
  passagesByTopic(
    topics: readonly number[],
  ): Promise<[topic: number, passage: number, book: number, score: number][]>;
  /** The theme and domain that each topic stands in; those in none are left out. */
  themesByTopic(topics: readonly number[]): Promise<[topic: number, theme: number, domain: number][]>;
  /** The theme and domain of each topic of each passage. */
  themesByPassage(passages: readonly number[]): Promise<[passage: number, theme: number, domain: number][]>;
  /** The phrases that speak for a book, heaviest first. */
  phrasesOfBook(book: number, limit: number): Promise<{ id: number; label: string }[]>;
}

export interface TopicOfBook {
  id: number;
  /** Passages of the book that carry it. */
  passages: number;
  /** Books of the library that speak of it. */
  books: number;
}

export interface ThemeOfBooks {
  id: number;
  label: string;
  domainId: number;
  /** Of the books, how many speak of it. */
  books: number;
}
