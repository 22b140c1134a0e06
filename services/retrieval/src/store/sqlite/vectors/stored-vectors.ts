/**
 * Reads all vectors of a vec0 table from the tables that sqlite-vec keeps behind it: some eight times faster
 * than SELECT through the virtual table. The layout is that of sqlite-vec 0.1 (ARCHITECTURE.md, "shadow
 * tables"); the version is pinned, and a test compares both ways.
 */

import type { Library } from '../library.ts';
import type { QueryName } from '../queries/queries.ts';
import type { Scalar } from '../statements.ts';

interface Block {
  /** One bit per place, lowest bit first: the place holds a vector. */
  validity: Buffer;
  /** One little-endian int64 per place. */
  rowids: Buffer;
  /** `dims` bytes per place. */
  vectors: Buffer;
}

/** Calls `each` with every id and its int8 vector, which is valid during the call only; `params` are the statement's. */
export function readStoredVectors(
  library: Pick<Library, 'statement'>,
  statement: QueryName,
  dims: number,
  each: (id: number, vector: Int8Array) => void,
  ...params: Scalar[]
): void {
  for (const { validity, rowids, vectors } of library.statement<Block>(statement).iterate(...params)) {
    const all = new Int8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength);
    for (let place = 0; place < all.length / dims; place += 1) {
      if ((validity[place >> 3]! & (1 << (place & 7))) === 0) continue;
      each(Number(rowids.readBigInt64LE(place * 8)), all.subarray(place * dims, (place + 1) * dims));
    }
  }
}
