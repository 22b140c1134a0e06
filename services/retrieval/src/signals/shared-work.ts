/** What several readers of one question need: each is asked for by the first that needs it, for all scopes together. */
import type { SignalFamily } from '../fusion/signal-description.ts';
import type { FoundPhrase, StemCounts } from '../store/text-search.ts';
import type { Comparison, OwnedItem } from '../store/vector-search.ts';
import type { ParsedQuery } from './fts-query.ts';
import type { Hit } from './hit.ts';

/** A passage that holds the query's words in a row, with the share of the words, above chance. */
export type Quotation = OwnedItem & { share: number };

export interface SharedWork {
  /** How often the stems of the query's terms are in the library. */
  counts?: Promise<ReadonlyMap<string, StemCounts>>;
  /** Books that a keyword finds in their record, best first. */
  books?: Promise<readonly Hit[]>;
  /** Passages that hold the words, quotations lifted, best first. */
  passagesByWord?: Promise<readonly Hit[]>;
  /** Passages nearest in meaning, best first. */
  passagesByMeaning?: Promise<readonly Hit[]>;
  /** The query compared with every passage, and its label with every topic. */
  nearPassages?: Comparison;
  nearTopics?: Comparison;
  /** Topics that match, for the scope that needs most of them. */
  topics: { [family in SignalFamily]?: Promise<Hit[]> };
  /** Themes and domains of the matching topics, and of the matching passages; by id. */
  themesOfTopics: { [family in SignalFamily]?: Promise<[topic: number, theme: number, domain: number][]> };
  themesOfPassages: {
    [family in SignalFamily]?: Promise<[passage: number, theme: number, domain: number][]>;
  };
  /** The passages that hold words in a row, by the words. */
  phrases: Map<string, Promise<FoundPhrase>>;
  quotations?: Promise<readonly Quotation[]>;
  /** The query with its quotations taken as single words. */
  unquoted?: ParsedQuery;
  /** The same question without filters. */
  unfiltered?: SharedWork;
  /** How many passages were looked at by meaning, and the mean cosine of the nearest. */
  nearest?: Promise<{ searched: number; nearest: number }>;
}

/** The work of the same question without filters, with all that filters do not change. */
export function withoutFilters(work: SharedWork): SharedWork {
  work.unfiltered ??= noSharedWork();
  const { counts, nearPassages, nearTopics, topics, phrases } = work;
  return Object.assign(work.unfiltered, { counts, nearPassages, nearTopics, topics, phrases });
}

export function noSharedWork(): SharedWork {
  return { topics: {}, themesOfTopics: {}, themesOfPassages: {}, phrases: new Map() };
}
