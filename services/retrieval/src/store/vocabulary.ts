/** The library's own words: what a reader who types may mean. Words are folded; see words/words.ts. */

export interface NameInBooks {
  label: string;
  books: number;
}

export interface Vocabulary {
  /**
   * Words of texts, labels, titles and names that are at most `slips` slips of the keyboard away from a word, nearest
   * first, then the more frequent. `pause` is called between pieces of the work, which take a few milliseconds each.
   */
  wordsNear(word: string, slips: number, limit: number, pause: () => Promise<unknown>): Promise<string[]>;
  /** Reads what `wordsNear` needs, so that the first reader who asks does not wait for it. */
  prepareWords(pause: () => Promise<unknown>): Promise<void>;
  /** Every name of each topic: its label, its aliases, and those of what is merged into it. */
  namesOfTopics(topics: readonly number[]): Promise<Map<number, string[]>>;
  /** Topics in whose label each of the words begins a word. */
  topicsBeginning(words: readonly string[], limit: number): Promise<number[]>;
  /** Names of people and places that are mentioned at least so often, with a word that begins so; the most frequent first. */
  namesBeginning(word: string, mentions: number, limit: number): Promise<NameInBooks[]>;
  /** Themes of topics whose label or aliases hold all the words, the last of which may be a beginning; up to `limit` topics are looked at. */
  themesOfTopics(words: readonly string[], limit: number): Promise<number[]>;
}
