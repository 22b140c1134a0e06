/** A row that a signal found: a passage, a topic, or a book. */
import type { OwnedHit } from '../store/vector-search.ts';

export interface Hit extends OwnedHit {
  /** As in RankedItem. */
  lift?: number;
}
