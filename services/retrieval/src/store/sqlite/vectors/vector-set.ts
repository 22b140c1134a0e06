/** What every form of keeping vectors in memory offers; see vector-table.ts and coded-table.ts. */
import type { TopK } from './top-k.ts';

export interface VectorSet {
  readonly dims: number;
  /** Which loop scans it. */
  readonly kernelName: string;
  /** Rows. */
  readonly size: number;
  /** Ids in row order; valid until the next change. */
  readonly ids: Uint32Array;
  /** What each row belongs to (a chunk's book, a topic's merge target), in row order. */
  readonly owners: Uint32Array;
  /** Bytes held. */
  readonly bytes: number;
  /** Row of an id, or undefined. */
  rowOf(id: number): number | undefined;
  /** What an id belongs to, or undefined. */
  ownerOf(id: number): number | undefined;
  /** The unit vector of `id`, as near as it is stored, or undefined. */
  vector(id: number): Float32Array | undefined;
  /** Adds or replaces the vector of `id`; components as stored. */
  upsert(id: number, vector: Int8Array, owner?: number): void;
  /** Changes what a row belongs to; an unknown id is left alone. */
  setOwner(id: number, owner: number): void;
  /** Takes ids out; unknown ones are left alone. */
  remove(ids: Iterable<number>): void;
  /**
   * Cosine of `query` (dims components, any scale) with every row, in row order. `out` is used if it is long
   * enough, else a new array is made; only the first `size` values count. Some forms estimate all but the nearest.
   */
  scoreAll(query: ArrayLike<number>, out?: Float32Array): Float32Array;
  /** The k nearest by cosine, best first, lower id first among equals. `accept` leaves rows out. */
  topK(query: ArrayLike<number>, k: number, accept?: (row: number) => boolean): TopK;
}
