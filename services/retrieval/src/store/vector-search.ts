/** Searching by vectors. Raw scores are cosines, exact for the nearest; a store may estimate the others. */

/** What may be found at all; applied before ranking, so that every list is full. */
export interface SearchFilter {
  books: ReadonlySet<number>;
  /** Narrower than the books: only these passages; undefined means all of the books'. */
  passages: ReadonlySet<number> | undefined;
  /** Passages that are left out all the same. */
  without?: ReadonlySet<number>;
  /** Topics, as a reader sees them, that lead to nothing. */
  withoutTopics?: ReadonlySet<number>;
}

/** Where to look: everywhere, unless told otherwise. */
export interface Within {
  /** Only in this book. */
  bookId?: number | undefined;
  /** Anywhere but in this book. */
  exceptBook?: number | undefined;
  filter?: SearchFilter | undefined;
}

/** True if the filter lets the passage of a book through. */
export function admits(filter: SearchFilter | undefined, book: number, passage: number): boolean {
  return (
    filter === undefined ||
    (filter.books.has(book) &&
      (filter.passages === undefined || filter.passages.has(passage)) &&
      filter.without?.has(passage) !== true)
  );
}

/** What was found, with what it belongs to: a passage's or phrase's book, the topic that one reads as, a book itself. */
export interface OwnedItem {
  id: number;
  owner: number;
}

export interface OwnedHit extends OwnedItem {
  /** BM25, higher is better; or a cosine. */
  raw: number;
}

/** An owner with the mean of its best items, and the best of them. */
export interface OwnerHit {
  owner: number;
  raw: number;
  best: number;
}

/** What has vectors. */
export type VectorKind = 'passages' | 'topics' | 'phrases' | 'books';

/** One vector compared with all of a kind. Several questions may be asked of one comparison: a store may scan once. */
export interface Comparison {
  /** The `k` nearest, best first, lower id first among equals. `within` is for passages; of books, its filter's books count. */
  nearest(k: number, within?: Within): Promise<OwnedHit[]>;
  /** The mean of each owner's `n` best (or of those it has), best first, lower id first among equals; `limit` at most. */
  bestOfOwners(n: number, limit: number, within?: Within): Promise<OwnerHit[]>;
  /** The `k` nearest of each of these owners, best first. */
  nearestOf(owners: Iterable<number>, k: number, within?: Within): Promise<Map<number, number[]>>;
  /** The cosines of these ids; unknown ones are left out. */
  cosines(ids: Iterable<number>): Promise<Map<number, number>>;
}

export interface VectorSearch {
  /** Begins a comparison; nothing is read before it is asked. @throws RangeError for a vector of other dimensions */
  compare(kind: VectorKind, vector: Float32Array): Comparison;
  /** The `k` nearest, where nothing else is asked of the comparison. */
  nearest(kind: VectorKind, vector: Float32Array, k: number, within?: Within): Promise<OwnedHit[]>;
  /** Unit vectors by id, with their owners; unknown ids are left out. */
  vectors(
    kind: VectorKind,
    ids: Iterable<number>,
  ): Promise<Map<number, { vector: Float32Array; owner: number }>>;
  /** What these ids belong to; unknown ones are left out. */
  owners(kind: VectorKind, ids: Iterable<number>): Promise<Map<number, number>>;
  /** Some `n` vectors, evenly spread over the ids in ascending order: a library's content alone decides which. */
  sample(kind: VectorKind, n: number): Promise<Float32Array[]>;
  /** How many there are. */
  count(kind: VectorKind): number;
  /** How many passages there are within. */
  searched(within: Within): Promise<number>;
  /** Passages of a book / average over the books that have any; 1 for an unknown book. */
  relativeLengths(): Promise<(book: number) => number>;
}
