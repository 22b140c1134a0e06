/** What one committed write changed, so that everything mirrored in memory can follow without a full reload. */

/** Row ids of the tables that have vectors; equal to the ids in vec_chunks, vec_topics, ... */
export interface VectorIds {
  chunks: readonly number[];
  topics: readonly number[];
  phrases: readonly number[];
  books: readonly number[];
  themes: readonly number[];
}

export interface LibraryChange {
  /** Grows by one with every committed write of content (not of jobs); part of every result cache's key. */
  revision: number;
  /** Grows by one with every grouping. */
  generation: number;
  removed: VectorIds;
  added: VectorIds;
}
