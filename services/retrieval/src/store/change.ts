/** Following a store: its revision, and what one committed write changed, so that what is kept in memory can follow. */

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

export type ChangeListener = (change: LibraryChange) => void;

/** What a store says of its state. Of a store with several writers: what this process has seen of it. */
export interface Changes {
  /** Grows by one with every committed write of content. What is read in one turn is of one revision. */
  revision(): number;
  /** Grows by one with every grouping; 0 before the first. */
  generation(): number;
  /** Of all vectors; undefined while the library has no book. */
  fingerprint(): string | undefined;
  /** Calls `listener` after every committed write of content; returns what ends it. */
  onChange(listener: ChangeListener): () => void;
}
