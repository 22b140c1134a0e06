/** What signals hand to fusion. */
import type { EvidenceKind } from '@libtrails/proto/values';
import type { SignalDescription } from './signal-description.ts';

/** What made an item match: the best topic, phrase, passage or book, by row id. */
export interface Evidence {
  kind: EvidenceKind;
  id: number;
}

export interface RankedItem {
  /** Row id of a book, passage, topic, theme or domain, by the scope. */
  id: number;
  /** The signal's own score: bm25 (higher is better) or cosine, gathered as the signal documents. */
  raw: number;
  evidence: Evidence;
  /**
   * What it is worth beside its score, in spreads of a list: above 0 where it holds what the reader quotes. Left
   * out for all others.
   */
  lift?: number;
}

/** A lift from which on it is no accident that the reader's words stand in a row. */
export const QUOTED_LIFT = 5;

/** Items of one signal for one query, best first, no id twice. */
export interface RankedList {
  signal: SignalDescription;
  items: readonly RankedItem[];
  /** Of a search with filters: the items without them, which say what a score is worth. */
  unfiltered?: readonly RankedItem[];
}

/** The total order of a signal's items: what is quoted, then the higher raw score, then the lower id. */
export function byRaw(
  a: Pick<RankedItem, 'id' | 'raw' | 'lift'>,
  b: Pick<RankedItem, 'id' | 'raw' | 'lift'>,
): number {
  return (b.lift ?? 0) - (a.lift ?? 0) || b.raw - a.raw || a.id - b.id;
}
