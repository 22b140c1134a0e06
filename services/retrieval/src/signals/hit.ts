/** A row that a signal found: a passage, a topic, or a book. */
export interface Hit {
  id: number;
  /** bm25, higher is better; or a cosine. */
  raw: number;
  /** As in RankedItem. */
  lift?: number;
}
