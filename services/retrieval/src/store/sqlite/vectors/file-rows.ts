/** Rows that are left in the library file and read when they are scored. */
import type { Centre } from '../int8-vector.ts';
import { ExactCosine } from './exact-cosine.ts';
import type { WholeRows } from './whole-rows.ts';

/** Reads int8 rows from the library file: calls `each` for those it has, in any order. */
export type RowReader = (ids: readonly number[], each: (id: number, vector: Int8Array) => void) => void;

export class FileRows implements WholeRows {
  readonly bytes = 0;
  readonly #read: RowReader;
  readonly #centre: Centre;

  /** `centre` is what the rows are stored around. */
  constructor(read: RowReader, centre: Centre) {
    this.#read = read;
    this.#centre = centre;
  }

  reserve(): void {}

  put(): void {}

  move(): void {}

  vector(_row: number, id: number): Float32Array | undefined {
    let found: Float32Array | undefined;
    this.#read([id], (_id, vector) => {
      found = this.#centre.restore(vector);
    });
    return found;
  }

  cosines(query: ArrayLike<number>, rows: Uint32Array, ids: Uint32Array): Float32Array {
    const exact = new Float32Array(rows.length);
    const placeOf = new Map<number, number>();
    for (let i = 0; i < rows.length; i += 1) placeOf.set(ids[rows[i]!]!, i);
    const cosine = new ExactCosine(query, this.#centre);
    // In ascending ids, which lie in the file's order.
    const inOrder = [...placeOf.keys()].sort((a, b) => a - b);
    this.#read(inOrder, (id, vector) => {
      exact[placeOf.get(id)!] = cosine.with(vector);
    });
    return exact;
  }
}
