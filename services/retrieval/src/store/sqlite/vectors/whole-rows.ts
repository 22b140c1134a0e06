/** Where the whole int8 components of a table's rows lie: in memory (int8-rows.ts) or in the library file (file-rows.ts). */
export interface WholeRows {
  /** Bytes held in memory. */
  readonly bytes: number;
  /** Makes room for so many rows in all. */
  reserve(rows: number): void;
  /** Keeps the components of a row, as stored; `step` as the centre gives it. */
  put(row: number, vector: Int8Array, step: number): void;
  /** Row `to` becomes what row `from` is. */
  move(from: number, to: number): void;
  /** The unit vector of a row, as near as it is stored; undefined if it can't be found. */
  vector(row: number, id: number): Float32Array | undefined;
  /** Exact cosines of `query` (any scale) with the first `count` rows into `out`; where rows lie in memory. */
  score?(query: ArrayLike<number>, count: number, out: Float32Array): void;
  /** Exact cosines of `query` (any scale) with these rows, in their order. `ids` are those of all rows, in row order. */
  cosines(query: ArrayLike<number>, rows: Uint32Array, ids: Uint32Array): Float32Array;
}
