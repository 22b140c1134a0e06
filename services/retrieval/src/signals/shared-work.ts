/** What several readers of one question need: each is worked out by the first that asks, for all scopes together. */
import type { SignalFamily } from '../fusion/signal-description.ts';
import type { ParsedQuery } from './fts-query.ts';
import type { Hit } from './hit.ts';

/** A topic with the one it was merged into, or a passage with the score of its topic; then theme and domain. By id. */
export type TopicTheme = [topic: number, target: number, theme: number | null, domain: number | null];
export type PassageTheme = [passage: number, score: number, theme: number, domain: number];

/** Passages that hold the query's words in a row, with the share of the words, above chance. */
export interface Quotations {
  shares: ReadonlyMap<number, number>;
  /** The largest share, 0 if there is none. */
  best: number;
}

export interface SharedWork {
  /** Books that a keyword finds in their record, best first. */
  books?: readonly Hit[];
  /** Passages that hold the words, quotations lifted, best first. */
  passagesByWord?: readonly Hit[];
  /** Passages nearest in meaning, best first. */
  passagesByMeaning?: readonly Hit[];
  /** The cosine of each passage and of each topic, in the order of their tables' rows. */
  passageCosines?: Float32Array;
  topicCosines?: Float32Array;
  /** Topics that match, for the scope that needs most of them. */
  topics: { [family in SignalFamily]?: Hit[] };
  /** Themes of the matching topics, and of the matching passages. */
  themesOfTopics: { [family in SignalFamily]?: TopicTheme[] };
  themesOfPassages: { [family in SignalFamily]?: PassageTheme[] };
  /** Ascending ids of the passages that hold words in a row, by the words. */
  phrases: Map<string, Uint32Array>;
  quotations?: Quotations;
  /** The query with its quotations taken as single words. */
  unquoted?: ParsedQuery;
  /** How many passages were looked at by meaning, and the mean cosine of the nearest. */
  nearest?: { searched: number; nearest: number };
}

export function noSharedWork(): SharedWork {
  return { topics: {}, themesOfTopics: {}, themesOfPassages: {}, phrases: new Map() };
}
