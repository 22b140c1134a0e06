/** The library's own words: what a reader who types may mean. Words are folded; see words/words.ts. */

export interface Vocabulary {
  /** Labels of topics in ascending id, after the id `after`. */
  topicLabels(after: number, limit: number): Promise<[id: number, label: string][]>;
  /** Topics in whose label each of the words begins a word. */
  topicsBeginning(words: readonly string[], limit: number): Promise<number[]>;
  /** Themes of topics whose label or aliases hold all the words, the last of which may be a beginning; up to `limit` topics are looked at. */
  themesOfTopics(words: readonly string[], limit: number): Promise<number[]>;
}
